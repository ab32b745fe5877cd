// Before the first paint: the scheme chosen on this device, else the system's.
;(() => {
  const chosen = localStorage.getItem('mutuo.color-scheme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  document.documentElement.lang = localStorage.getItem('mutuo.locale') ?? 'fr'
})()
