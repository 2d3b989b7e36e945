import { detail, owner, rowWithout, section, sorted } from "./sql.ts";
import type { Section } from "./sql.ts";

// ALTER TABLE ... DISABLE TRIGGER ALL reaches the nameless triggers of foreign keys, too.
const disabledTriggers = `(SELECT array_agg(format('%s %s %s', t.tgrelid::regclass, t.tgfoid::regproc,
    t.tgenabled) ORDER BY t.tgrelid::regclass::text, t.tgfoid::regproc::text)
  FROM pg_trigger t WHERE t.tgconstraint = k.oid AND t.tgisinternal AND t.tgenabled <> 'O')`;

const constraintDetail = `${rowWithout(
  "k",
  `conname connamespace conrelid contypid conindid conparentid confrelid conkey confkey conpfeqop
  conppeqop conffeqop confdelsetcols conexclop conbin`,
)} || ${detail({
  definition: "pg_get_constraintdef(k.oid)",
  inherited: "k.conparentid <> 0",
  disabledTriggers,
})}`;

const from = `FROM pg_constraint k
  LEFT JOIN rel c ON c.oid = k.conrelid
  LEFT JOIN pg_type t ON t.oid = k.contypid AND t.typnamespace IN (SELECT oid FROM ns)`;

const constraints = `SELECT 'pg_constraint'::regclass::oid, k.oid, 0, NULL, ${constraintDetail}
  ${from} WHERE k.contype <> 'n' AND (c.oid IS NOT NULL OR t.oid IS NOT NULL)`;

// Since 17 for domains and 18 for tables, NOT NULL has a row and a name, mostly a generated one.
const notNullConstraints = `SELECT 'pg_constraint'::regclass::oid, k.oid, 0,
    'not null on ' || coalesce(c.oid::regclass || '.' || quote_ident(a.attname), t.oid::regtype::text),
    ${constraintDetail} || ${detail({
      name: `CASE WHEN regexp_replace(k.conname, '[0-9]*$', '')
        <> coalesce(c.relname || '_' || a.attname, t.typname) || '_not_null'
        AND octet_length(k.conname) < 63 THEN k.conname END`,
    })}
  ${from} LEFT JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'n' AND (c.oid IS NOT NULL OR t.oid IS NOT NULL)`;

const triggers = section(
  "pg_trigger",
  "t.oid",
  detail({
    definition: "pg_get_triggerdef(t.oid)",
    enabled: "t.tgenabled",
    inherited: "t.tgparentid <> 0",
  }),
  "pg_trigger t JOIN rel c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal",
);

const rules = section(
  "pg_rewrite",
  "r.oid",
  detail({ definition: "pg_get_ruledef(r.oid)", enabled: "r.ev_enabled" }),
  "pg_rewrite r JOIN rel c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN'",
);

const roles = `(SELECT array_agg(CASE r WHEN 0 THEN 'public' ELSE ${owner("r")} END::text
  ORDER BY CASE r WHEN 0 THEN 'public' ELSE ${owner("r")} END::text COLLATE "C")
  FROM unnest(p.polroles) r)`;

const policies = section(
  "pg_policy",
  "p.oid",
  detail({
    command: "p.polcmd",
    permissive: "p.polpermissive",
    roles,
    using: "pg_get_expr(p.polqual, p.polrelid)",
    check: "pg_get_expr(p.polwithcheck, p.polrelid)",
  }),
  "pg_policy p JOIN rel c ON c.oid = p.polrelid",
);

const statistics = section(
  "pg_statistic_ext",
  "x.oid",
  `${rowWithout("x", "stxrelid stxname stxnamespace stxowner stxkeys stxkind stxexprs")} || ${detail({
    definition: "pg_get_statisticsobjdef(x.oid)",
    kinds: sorted("x.stxkind"),
    owner: owner("x.stxowner"),
  })}`,
  "pg_statistic_ext x JOIN ns ON ns.oid = x.stxnamespace",
);

/** What hangs on tables and domains: constraints, triggers, rules, policies, statistics. */
export const constraintSections: readonly Section[] = [
  constraints,
  notNullConstraints,
  triggers,
  rules,
  policies,
  statistics,
];
