import { z } from 'zod';
import { plainDateSchema } from '../workflow/contract/fields.ts';
import { type OpenWorkflow, openWorkflow } from '../workflow/service.ts';
import { answerOnPorts } from './answer-on-ports.ts';
import { dayOfClock } from './day-of-clock.ts';
import { faultLogPath, logFault } from './fault-log.ts';

/**
 * The process that owns the register and makes the files: it alone opens the database. Windows reach it through ports that the main
 * process hands on; the only other thing it is told is to close.
 */
const options = z
  .object({
    dataFolder: z.string().min(1),
    sampleWorkbook: z.string().min(1),
    today: plainDateSchema.optional(),
    seat: z.string().optional(),
  })
  .parse(JSON.parse(process.argv.at(-1) ?? ''));

const orderSchema = z.object({ order: z.enum(['connect', 'close']) });

const log = faultLogPath(options.dataFolder);
const writeFault = (where: string, fault: unknown): string => {
  logFault(log, new Date().toISOString(), where, fault);
  return log;
};

// A register that cannot be opened is not the end of this process: every call is answered with why, so that the window can say it.
const opening = openRegister();
const workflow = opening.then((opened) => opened.workflow);
workflow.catch((fault: unknown) => writeFault('open', fault));
const answer = answerOnPorts({ workflow, logFault: writeFault });

process.parentPort.on('message', ({ data, ports }) => {
  const { order } = orderSchema.parse(data);
  if (order === 'close') void closeRegister();
  else for (const port of ports) answer(port);
});

async function openRegister(): Promise<OpenWorkflow> {
  const { dataFolder, sampleWorkbook, today, seat } = options;
  const opened = openWorkflow({
    dataFolder,
    sampleWorkbook,
    ...(seat === undefined ? {} : { seat }),
    today: () => today ?? dayOfClock(new Date()),
    now: () => new Date().toISOString(),
  });
  // Whoever starts the program with a seat has answered the one question of a first start.
  if (seat !== undefined && !(await opened.workflow.session({})).initialised) await opened.workflow.initialise({ seat });
  return opened;
}

async function closeRegister(): Promise<void> {
  const opened = await opening.catch(() => undefined);
  opened?.close();
  process.exit(0);
}
