// The import arrows of docs/architecture.md. Each rule says which layer may not reach which; type-only imports are
// allowed between stages, since a stage may name what another one gives.

const VALUES = { dependencyTypesNot: ["type-only"] };

/** Layers from the bottom up; a layer's values reach only those below it. */
const STAGES = ["models", "database", "diff", "plan", "emit", "runtime", "config"];

const KIND_FOLDER = "^src/objects/[^/]+/";

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const layers = [
  {
    name: "catalog-is-the-bottom",
    comment: "The catalog and the errors import nothing above them.",
    severity: "error",
    from: { path: "^src/(catalog/|errors\\.ts)" },
    to: { path: "^src/", pathNot: "^src/(catalog/|errors\\.ts)", ...VALUES },
  },
  {
    name: "operations-know-no-kinds",
    severity: "error",
    from: { path: "^src/operations/" },
    to: { path: "^src/", pathNot: "^src/(catalog/|errors\\.ts|operations/)", ...VALUES },
  },
  {
    name: "objects-above-operations",
    severity: "error",
    from: { path: "^src/objects/" },
    to: { path: "^src/", pathNot: "^src/(catalog/|errors\\.ts|operations/|objects/)", ...VALUES },
  },
  {
    name: "revisions-above-operations",
    severity: "error",
    from: { path: "^src/revisions/" },
    to: { path: "^src/", pathNot: "^src/(catalog/|errors\\.ts|operations/|revisions/)", ...VALUES },
  },
  {
    name: "modules-know-nothing-of-limbeck",
    comment: "Loading the user's TypeScript serves configuration, models and revisions alike.",
    severity: "error",
    from: { path: "^src/modules/" },
    to: { path: "^src/", pathNot: "^src/(catalog/|errors\\.ts|modules/)", ...VALUES },
  },
  ...STAGES.map((stage) => ({
    name: `${stage}-is-a-stage`,
    comment:
      "Stages never call each other: commands compose them by passing catalogs, differences and plans.",
    severity: "error",
    from: { path: `^src/${stage}/` },
    to: {
      path: "^src/",
      pathNot: `^src/(catalog/|errors\\.ts|operations/|objects/|revisions/|modules/|${stage}/)`,
      ...VALUES,
    },
  })),
  {
    name: "proof-above-the-stages",
    comment: "Proving composes stages as commands do, and serves them.",
    severity: "error",
    from: { path: "^src/proof/" },
    to: { path: "^src/(commands/|cli/|index\\.ts|op\\.ts)", ...VALUES },
  },
  {
    name: "commands-below-cli",
    severity: "error",
    from: { path: "^src/commands/" },
    to: { path: "^src/(cli/|index\\.ts|op\\.ts)", ...VALUES },
  },
  {
    name: "nothing-reaches-the-cli",
    comment: "The library never prints and never exits.",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/cli/" },
    to: { path: "^src/cli/" },
  },
  {
    name: "cli-talks-to-commands",
    severity: "error",
    from: { path: "^src/cli/" },
    to: { path: "^src/(objects|diff|plan|emit|models|database|runtime|operations)/", ...VALUES },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const kinds = [
  {
    name: "engines-name-no-kind",
    comment:
      "Engines reach kinds only through the files of src/objects itself (registry, dispatch, readers).",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/(objects/|index\\.ts|op\\.ts)" },
    to: { path: KIND_FOLDER, ...VALUES },
  },
  {
    name: "engines-name-no-kind-in-types",
    severity: "error",
    from: { path: "^src/(models|database|diff|plan|emit|runtime|operations)/" },
    to: { path: KIND_FOLDER },
  },
  {
    name: "kinds-do-not-dispatch",
    comment: "What a kind knows is data for the dispatch, so it cannot ask the dispatch.",
    severity: "error",
    from: { path: KIND_FOLDER },
    to: {
      path: "^src/objects/(registry|dispatch|implementations|modelReaders|databaseReaders)\\.ts$",
      ...VALUES,
    },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const hygiene = [
  {
    name: "no-circular",
    comment: "Types may refer to each other; values may not.",
    severity: "error",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no-unresolvable",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "no-undeclared-package",
    comment: "What the package imports must be among its dependencies, or npm will not install it.",
    severity: "error",
    from: { path: "^src/" },
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "no-development-package",
    comment: "Values of development packages do not exist at a user's; types are compiled away.",
    severity: "error",
    from: { path: "^src/" },
    to: {
      dependencyTypes: ["npm-dev"],
      // A peer is also installed for our own tests.
      dependencyTypesNot: ["npm-peer", "type-only"],
    },
  },
  {
    name: "heavy-packages-in-one-place",
    comment:
      "Found where they are loaded on demand: printing a revision, the embedded Postgres, bundling models.",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/(emit/|database/|modules/)" },
    to: { path: "node_modules/(ts-morph|@electric-sql/pglite|esbuild)/", ...VALUES },
  },
  {
    name: "source-needs-no-tests",
    severity: "error",
    from: { path: "^src/" },
    to: { path: "^(test|bench|schema|migrations)/" },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...kinds, ...hygiene],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
