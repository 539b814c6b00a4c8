import type { Incoming } from './incoming.ts';
import { incomingApplications } from './incoming-applications.ts';

/** Every kind of workbook that can be imported. */
export const incomingKinds: readonly Incoming[] = [incomingApplications];
