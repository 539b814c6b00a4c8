/** The window's own origin: every other origin is a stranger. */
export const appOrigin = 'app://desk';

/** The page a window shows. */
export const appPage = `${appOrigin}/index.html`;
