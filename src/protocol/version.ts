/** The version of this product; the package file says the same, which a test holds it to. */
export const VERSION = '0.1.0';
