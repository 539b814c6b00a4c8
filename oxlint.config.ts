import { defineConfig, type OxlintOverride } from 'oxlint';

/**
 * The house: which room may import which. Everything a room may not import is refused below.
 * `test`, `bench` and the configuration files at the top may import every room.
 */
const mayImport = {
  policy: [],
  templates: ['policy'],
  exchange: ['policy'],
  db: ['policy'],
  workflow: ['policy', 'db', 'templates', 'exchange'],
  electron: ['workflow', 'db'],
  renderer: ['workflow/contract', 'policy'],
} as const;

type Room = keyof typeof mayImport;
const rooms = Object.keys(mayImport) as Room[];

/** Packages and Node modules a room must not touch, with the reason the reader sees. */
const foreignTo: Partial<Record<Room, { regex: string; message: string }>> = {
  policy: { regex: '^[^.]', message: 'policy is pure: no package, no Node module, no Electron.' },
  templates: { regex: '^(electron|better-sqlite3|drizzle-orm|exceljs)', message: 'templates makes Word documents and nothing else.' },
  exchange: { regex: '^(electron|better-sqlite3|drizzle-orm|docx)', message: 'exchange reads and writes workbooks and nothing else.' },
  workflow: {
    regex: '^(electron|better-sqlite3|drizzle-orm|docx|exceljs)',
    message: 'workflow speaks to the rooms below it, not to their libraries.',
  },
  electron: { regex: '^(better-sqlite3|drizzle-orm|docx|exceljs)', message: 'electron asks workflow; it does not do its work.' },
  renderer: {
    regex: '^(node:|electron|better-sqlite3|drizzle-orm|exceljs)',
    message: 'The window is sandboxed: it has the contract and nothing else.',
  },
};

/** The Measures of a day are asked of the register's book, which knows the sets added as data. */
const throughTheBook = {
  regex: '/policy/measures\\.ts$',
  importNames: ['measuresOn', 'measuresById', 'publishedTexts', 'documentNumbersOn'],
  message: 'Sets of the Measures are added as data: ask measuresBook(db) in workflow/measures-book.ts.',
};

/** A pattern for every text that does not begin with `literal`: the linter's patterns know no look-ahead. */
function notStartingWith(literal: string): string {
  return `(${[...literal].map((character, index) => `${literal.slice(0, index)}[^${character}]`).join('|')})`;
}

/** Every way another room can be named from inside `room`, less what it may import. */
function forbiddenRooms(room: Room) {
  const allowed: readonly string[] = mayImport[room];
  return rooms
    .filter((other) => other !== room && !allowed.includes(other))
    .map((other) => {
      const exception = allowed.find((path) => path.startsWith(`${other}/`));
      const rest = exception === undefined ? '/' : notStartingWith(`${exception.slice(other.length)}/`);
      return { regex: `^\\.\\.?/(.*/)?${other}${rest}`, message: `${room} may not import ${other}: see docs/architecture.md.` };
    });
}

/** What the table says of a room. */
function patternsOf(room: Room) {
  return [...forbiddenRooms(room), ...(foreignTo[room] ? [foreignTo[room]] : [])];
}

/** The override that holds one room to its line of the table. */
function importsOf(room: Room): OxlintOverride {
  const patterns = [...patternsOf(room), ...(room === 'workflow' || room === 'renderer' ? [throughTheBook] : [])];
  return { files: [`${room}/**/*.{ts,tsx,mts,cts}`], rules: { 'eslint/no-restricted-imports': ['error', { patterns }] } };
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, denyWarnings: true },
  ignorePatterns: ['out', 'dist', 'coverage', 'node_modules', '.runtime'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'eslint/no-empty': 'error',
    'eslint/eqeqeq': 'error',
    'react/react-in-jsx-scope': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-cycle': 'error',
    // A function used once reads best beside its use; fast-check is used as `fc`.
    'unicorn/consistent-function-scoping': 'off',
    'import/no-named-as-default-member': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert'] }],
    // Names are split into code points on purpose: rare characters lie outside the basic plane.
    'typescript/no-misused-spread': 'off',
    // Brands such as PlainDate are made by one checked assertion each.
    'typescript/no-unsafe-type-assertion': 'off',
  },
  overrides: [
    // A test names the shape it reads out of JSON.
    { files: ['test/**/*.ts'], rules: { 'typescript/no-unnecessary-type-parameters': 'off' } },
    ...rooms.map(importsOf),
    {
      files: ['workflow/measures-book.ts'],
      rules: { 'eslint/no-restricted-imports': ['error', { patterns: patternsOf('workflow') }] },
    },
  ],
});
