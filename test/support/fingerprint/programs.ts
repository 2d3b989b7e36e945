import { acl, atLarge, detail, identity, inSchema, named, owner, rowWithout, sorted } from "./sql.ts";
import type { Section } from "./sql.ts";

const aggregate = `(SELECT ${rowWithout("g", "aggfnoid aggsortop aggtranstype aggmtranstype")} || ${detail({
  state: named("g.aggtranstype", "regtype"),
  movingState: named("g.aggmtranstype", "regtype"),
  sort: named("g.aggsortop", "regoperator"),
  arguments: "pg_get_function_arguments(x.oid)",
  result: "pg_get_function_result(x.oid)",
  volatility: "x.provolatile",
  parallel: "x.proparallel",
})} FROM pg_aggregate g WHERE g.aggfnoid = x.oid)`;

const routines = inSchema(
  "pg_proc",
  "pronamespace",
  detail({
    owner: owner("x.proowner"),
    acl: acl("x.proacl", "'f'", "x.proowner"),
    definition: "CASE WHEN x.prokind <> 'a' THEN pg_get_functiondef(x.oid) END",
    aggregate,
  }),
);

const languages = atLarge(
  "pg_language",
  `${rowWithout("x", "lanname lanowner lanplcallfoid laninline lanvalidator lanacl")} || ${detail({
    owner: owner("x.lanowner"),
    acl: acl("x.lanacl", "'l'", "x.lanowner"),
    handler: named("x.lanplcallfoid", "regproc"),
    inline: named("x.laninline", "regproc"),
    validator: named("x.lanvalidator", "regproc"),
  })}`,
);

const transforms = atLarge("pg_transform", detail({ from: "x.trffromsql", to: "x.trftosql" }));

const accessMethods = atLarge("pg_am", detail({ handler: "x.amhandler", type: "x.amtype" }));

const eventTriggers = atLarge(
  "pg_event_trigger",
  detail({
    event: "x.evtevent",
    function: "x.evtfoid::regproc::text",
    enabled: "x.evtenabled",
    tags: sorted("x.evttags"),
    owner: owner("x.evtowner"),
  }),
);

const mappings = `(SELECT jsonb_agg(jsonb_build_array(m.maptokentype, m.mapseqno,
    m.mapdict::regdictionary::text) ORDER BY m.maptokentype, m.mapseqno)
  FROM pg_ts_config_map m WHERE m.mapcfg = x.oid)`;

const textSearch: readonly Section[] = [
  inSchema(
    "pg_ts_config",
    "cfgnamespace",
    detail({
      owner: owner("x.cfgowner"),
      parser: identity("pg_ts_parser", "x.cfgparser"),
      mappings,
    }),
  ),
  inSchema(
    "pg_ts_dict",
    "dictnamespace",
    detail({
      owner: owner("x.dictowner"),
      template: identity("pg_ts_template", "x.dicttemplate"),
      options: "x.dictinitoption",
    }),
  ),
  inSchema("pg_ts_parser", "prsnamespace", rowWithout("x", "prsname prsnamespace")),
  inSchema("pg_ts_template", "tmplnamespace", rowWithout("x", "tmplname tmplnamespace")),
];

/** Whatever runs: routines, languages, event triggers, text search. */
export const programSections: readonly Section[] = [
  routines,
  languages,
  transforms,
  accessMethods,
  eventTriggers,
  ...textSearch,
];
