import { dataLoss, type Hazard } from "../../operations/hazard.ts";
import { displayOf, quoteIdentifier, quoteLiteral, sqlName, type Name } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";

/** Options of a sequence; numbers beyond 2^53 are given as text. What is not said has Postgres's default. */
export interface SequenceOptions {
  readonly type?: string;
  readonly startWith?: number | string;
  readonly incrementBy?: number | string;
  readonly minValue?: number | string;
  readonly maxValue?: number | string;
  readonly cache?: number | string;
  readonly cycle?: boolean;
  /** Only to alter: the sequence begins anew at its start, since where it stood lies outside of its new bounds. */
  readonly restart?: boolean;
  /** Only to alter: the sequence goes on here where it has not come so far, since its bounds begin here. */
  readonly skipTo?: number | string;
  /** The column whose drop takes the sequence along; null for none. */
  readonly ownedBy?: { readonly table: Name; readonly column: string } | null;
}

/** What a revision can do to sequences. */
export interface SequenceOperations {
  /** CREATE SEQUENCE. */
  createSequence(name: Name, options?: SequenceOptions): void;
  /** ALTER SEQUENCE: changes the options named and keeps the others and the current value. */
  alterSequence(name: Name, options: SequenceOptions): void;
  /** DROP SEQUENCE. */
  dropSequence(name: Name): void;
  /** ALTER SEQUENCE ... RENAME, also for the sequence behind an identity column. */
  renameSequence(name: Name, newName: string): void;
  /** Lets the sequence of a serial or identity column go on after the last value that the column holds. */
  resetSequence(table: Name, column: string): void;
}

export const sequenceOperations: Implementation<SequenceOperations> = {
  createSequence: (name, options = {}) =>
    statement(`CREATE SEQUENCE ${sqlName(name)}${sequenceClauses(options)}`),
  alterSequence: (name, { skipTo, ...options }) => {
    const clauses = sequenceClauses(options);
    return [
      ...(skipTo === undefined ? [] : statement(skipSql(name, skipTo))),
      ...(clauses === ""
        ? []
        : statement(`ALTER SEQUENCE ${sqlName(name)}${clauses}`, ...restartHazards(name, options))),
    ];
  },
  dropSequence: (name) =>
    statement(`DROP SEQUENCE ${sqlName(name)}`, dataLoss(`forgets how far ${displayOf(name)} has counted`)),
  renameSequence: (name, newName) =>
    statement(`ALTER SEQUENCE ${sqlName(name)} RENAME TO ${quoteIdentifier(newName)}`),
  resetSequence: (table, column) => statement(resetSql(table, column)),
};

function restartHazards(name: Name, { restart }: SequenceOptions): readonly Hazard[] {
  return restart === true ? [dataLoss(`forgets how far ${displayOf(name)} has counted`)] : [];
}

/** Before the bounds change: Postgres refuses bounds that shut out where the sequence stands. */
function skipSql(name: Name, value: number | string): string {
  const [relation, number] = [sqlName(name), BigInt(value)];
  const behind = `CASE WHEN s.seqincrement > 0 THEN c.last_value < ${number} ELSE c.last_value > ${number} END`;
  return [
    `SELECT setval(s.seqrelid, ${number}, false) FROM pg_catalog.pg_sequence s, ${relation} c`,
    ` WHERE s.seqrelid = ${quoteLiteral(relation)}::regclass AND ${behind}`,
  ].join("");
}

function resetSql(table: Name, column: string): string {
  const sequence = `pg_get_serial_sequence(${quoteLiteral(sqlName(table))}, ${quoteLiteral(column)})`;
  const value = `t.${quoteIdentifier(column)}`;
  const up = `greatest(max(${value}) + 1, s.seqstart)`;
  const down = `least(min(${value}) - 1, s.seqstart)`;
  return [
    `SELECT setval(s.seqrelid, CASE WHEN s.seqincrement > 0 THEN ${up} ELSE ${down} END, false)`,
    ` FROM pg_catalog.pg_sequence s LEFT JOIN ${sqlName(table)} t ON true`,
    ` WHERE s.seqrelid = ${sequence}::regclass GROUP BY s.seqrelid, s.seqincrement, s.seqstart`,
  ].join("");
}

/** The clauses of CREATE and ALTER SEQUENCE, each with a space before it. */
export function sequenceClauses(options: SequenceOptions): string {
  const clauses = [
    options.type === undefined ? "" : `AS ${options.type}`,
    clause("INCREMENT BY", options.incrementBy),
    clause("MINVALUE", options.minValue),
    clause("MAXVALUE", options.maxValue),
    clause("START WITH", options.startWith),
    options.restart === true ? "RESTART" : "",
    clause("CACHE", options.cache),
    options.cycle === undefined ? "" : options.cycle ? "CYCLE" : "NO CYCLE",
    options.ownedBy === undefined ? "" : `OWNED BY ${owner(options.ownedBy)}`,
  ];
  return clauses.map((text) => (text === "" ? "" : ` ${text}`)).join("");
}

/** Numbers only: the text of a revision file never reaches SQL unread. */
function clause(words: string, value: number | string | undefined): string {
  return value === undefined ? "" : `${words} ${BigInt(value)}`;
}

function owner(ownedBy: { readonly table: Name; readonly column: string } | null): string {
  return ownedBy === null ? "NONE" : `${sqlName(ownedBy.table)}.${quoteIdentifier(ownedBy.column)}`;
}
