import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/** Imports go one way: main → cli → app → composition → modules → ui → kernel, and modules → platform → kernel. */
const modules = 'audit|notifications|identity|organisations|support|site|sandbox';

/** Which modules each may enter; itself is always allowed. */
const mayEnter = {
  audit: [],
  notifications: [],
  identity: ['audit', 'notifications'],
  organisations: ['audit', 'notifications', 'identity'],
  support: ['audit', 'notifications', 'identity', 'organisations'],
  site: [],
  sandbox: ['audit', 'notifications', 'identity', 'organisations', 'support'],
};

/** Folders of identity and organisations that hold what several slices need. */
const nouns =
  'access-links|administrators|claims|days|file-rows|invitations|lockout|log-in-attempts|members|passkeys|passwords|personal-data|places|roles|second-factors|sessions';

/** Folders of slices within support, and what these share beside the files that stand there by themselves. */
const shared = {
  'src/support': ['articles', 'attachments', 'mail-in', 'notices', 'tickets', 'working-time'],
  'src/support/help-centre': [],
  'src/support/desk': ['beside-ticket', 'canned-replies', 'people', 'tickets/[^/]+\\.tsx?'],
  'src/support/desk/tickets': ['presence'],
};

const between: IForbiddenRuleType[] = Object.entries(mayEnter).map(([name, allowed]) => ({
  name: `${name}-enters-only-what-is-below`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: `^src/(${modules})/`, pathNot: [`^src/${[name, ...allowed].join('/|^src/')}/`] },
}));

const tests = '\\.test\\.tsx?$';
/** Files that put slices together. */
const joints = '(\\.routes|/index|-works)\\.ts$';

const apart = Object.entries(shared).flatMap(([folder, names]): IForbiddenRuleType[] => {
  const place = folder.slice('src/'.length).replaceAll('/', '-');
  const nouns = `^${folder}/(${names.join('|')})(/|$)`;
  return [
    {
      name: `slices-of-${place}-do-not-reach-into-each-other`,
      severity: 'error',
      from: { path: `^${folder}/([^/]+)/`, pathNot: tests },
      to: { path: `^${folder}/[^/]+/`, pathNot: [`^${folder}/$1/`, nouns] },
    },
    {
      name: `what-slices-of-${place}-share-knows-none`,
      severity: 'error',
      from: { path: `^${folder}/[^/]+$`, pathNot: [tests, joints] },
      to: { path: `^${folder}/[^/]+/`, pathNot: nouns },
    },
  ];
});

export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-circle',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'kernel-imports-nothing-of-ours',
    severity: 'error',
    from: { path: '^src/kernel/' },
    to: { path: '^src/', pathNot: '^src/kernel/' },
  },
  {
    name: 'platform-imports-only-kernel',
    severity: 'error',
    from: { path: '^src/platform/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^src/', pathNot: '^src/(platform|kernel)/' },
  },
  {
    name: 'ui-imports-only-kernel',
    severity: 'error',
    from: { path: '^src/ui/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^src/', pathNot: '^src/(ui|kernel)/' },
  },
  {
    name: 'modules-know-nothing-above',
    severity: 'error',
    from: { path: `^src/(${modules})/`, pathNot: '\\.test\\.tsx?$' },
    to: { path: '^src/(composition|cli|app\\.ts|main\\.ts|config)' },
  },
  {
    name: 'a-module-is-entered-through-its-index',
    severity: 'error',
    from: { path: '^src/([^/]+)' },
    to: { path: `^src/(${modules}|ui)/`, pathNot: ['^src/$1', '/index\\.ts$'] },
  },
  {
    name: 'slices-do-not-reach-into-each-other',
    severity: 'error',
    from: { path: '^src/(identity|organisations)/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^src/$1/([^/]+)/', pathNot: ['^src/$1/$2/', `^src/$1/(${nouns})/`] },
  },
  ...between,
  ...apart,
];

export const options: ICruiseOptions = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  moduleSystems: ['es6'],
  includeOnly: '^src/',
  enhancedResolveOptions: { extensions: ['.ts', '.tsx'], conditionNames: ['import', 'node'] },
};
