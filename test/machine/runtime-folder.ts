import { join } from 'node:path';

/** The top of the repository. */
export const repository = join(import.meta.dirname, '..', '..');

/** Where everything the tests fetch or build for themselves is kept. Git does not see it; deleting it costs the next run about two minutes. */
export const runtimeFolder = join(repository, '.runtime');
