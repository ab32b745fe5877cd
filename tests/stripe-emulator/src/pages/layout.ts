/** Escapes text for HTML content and attributes. */
export const escapeHtml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const STYLE = `
:root{--paper:#faf8f3;--ink:#16302c;--teal:#0b5d51;--line:#8a958f;--soft:#4f625d;--alert:#9b1c1c}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:27rem;margin:0 auto;padding:1.5rem 1rem 3rem}
.brand{font-weight:700;color:var(--teal);letter-spacing:.01em;margin:0 0 1.5rem}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 .5rem}
.lead{margin:0 0 1.25rem;color:var(--soft)}
.card{background:#fff;border:1px solid #ddd8cb;border-radius:.75rem;padding:1.25rem}
.amount{font-size:1.9rem;font-weight:700;font-variant-numeric:tabular-nums;margin:0 0 .25rem}
label,legend{display:block;font-weight:600;margin:0 0 .25rem;padding:0}
input[type=text]{width:100%;font:inherit;color:inherit;background:#fff;border:1px solid var(--line);border-radius:.5rem;padding:.7rem .8rem;min-height:3rem}
.field{margin:0 0 1rem}.pair{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
.hint{font-size:.875rem;color:var(--soft);margin:.25rem 0 0}.error{color:var(--alert)}
button,.button{display:block;width:100%;min-height:3rem;font:inherit;font-weight:600;border-radius:.5rem;border:1px solid var(--teal);background:var(--teal);color:#fff;padding:.7rem 1rem;cursor:pointer;text-align:center;text-decoration:none;margin:0 0 .75rem}
button.second{background:#fff;color:var(--teal)}
a{color:var(--teal)}
:focus-visible{outline:3px solid #d98a1f;outline-offset:2px}
.alert{border:1px solid var(--alert);border-left-width:.35rem;border-radius:.5rem;background:#fff;color:var(--alert);padding:.75rem 1rem;margin:0 0 1rem}
fieldset{border:0;margin:0 0 1rem;padding:0}
.choice{display:flex;gap:.75rem;align-items:flex-start;border:1px solid #ddd8cb;border-radius:.5rem;padding:.75rem;margin:0 0 .5rem;min-height:3rem}
.choice label{margin:0}.choice label.plain{font-weight:400;font-size:.875rem}
details{margin:1rem 0 0}summary{min-height:3rem;padding:.7rem 0;font-weight:600;color:var(--teal);cursor:pointer}
.choice input{width:1.25rem;height:1.25rem;margin:.15rem 0 0;accent-color:var(--teal)}
dl{display:grid;grid-template-columns:1fr auto;gap:.4rem 1rem;margin:0}dd{margin:0;font-variant-numeric:tabular-nums;text-align:right}
footer{max-width:27rem;margin:0 auto;padding:0 1rem 2rem;font-size:.875rem;color:var(--soft)}
`

/** One hosted page: French, no script, one stylesheet. */
export const layout = (title: string, body: string): string => `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)} – Mutuo</title><style>${STYLE}</style></head>
<body><main><p class="brand">Mutuo</p>${body}</main>
<footer>Émulateur de paiement — aucune somme réelle</footer></body>
</html>`

/** "1 234,56 €" from integer cents. */
export const frenchAmount = (cents: number, currency: string): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: currency.toUpperCase() }).format(cents / 100)

/** A page that only says something. */
export const notice = (title: string, sentence: string, link?: { href: string; label: string }): string =>
  layout(
    title,
    `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(sentence)}</p>${link ? `<a class="button" href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a>` : ''}`,
  )
