/** As jest resolves, and where a package has nothing for `require`, what it has for `import` (translated on loading). */
module.exports = (request, options) => {
  try {
    return options.defaultResolver(request, options)
  } catch (error) {
    if (request.startsWith('.')) throw error
    return options.defaultResolver(request, { ...options, conditions: ['node', 'import', 'default'] })
  }
}
