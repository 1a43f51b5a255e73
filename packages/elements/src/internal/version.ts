/** Version of this package, stamped on every class; a test keeps it equal to package.json. */
export const version = '0.0.0';
