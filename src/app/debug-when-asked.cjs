// @ts-check
/**
 * Stands in for the package `debug` in the bundle: without DEBUG in the environment nobody reads such lines, and a dozen calls for every message
 * would each find that out anew. In JavaScript, since the packages that ask for it come as CommonJS.
 */
const silent = Object.assign(() => undefined, { enabled: false, extend: () => silent });

const quiet = () => silent;

// Under each of the names by which it is asked for.
module.exports = process.env['DEBUG'] ? require('debug') : Object.assign(quiet, { debug: quiet, default: quiet });
