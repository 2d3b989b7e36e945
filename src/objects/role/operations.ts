import { authorization } from "../../operations/hazard.ts";
import { quoteIdentifier, quoteLiteral } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";

/** What a role may do; no password, which has no place in a revision file. */
export interface RoleOptions {
  readonly createDb?: boolean;
  readonly createRole?: boolean;
  /** Whether it has the privileges of the roles that it is a member of; it has unless said. */
  readonly inherit?: boolean;
  readonly login?: boolean;
  readonly replication?: boolean;
  readonly bypassRls?: boolean;
  /** How many connections it may have; -1 means any number. */
  readonly connectionLimit?: number;
  /** When its password expires. */
  readonly validUntil?: string;
}

/** What a revision can do to roles, which all databases of the server share. */
export interface RoleOperations {
  /** CREATE ROLE, without a password. */
  createRole(name: string, options?: RoleOptions): void;
  /** ALTER ROLE. */
  alterRole(name: string, changes: RoleOptions): void;
  /** DROP ROLE; refused by Postgres while the role owns anything or has privileges, in any database. */
  dropRole(name: string): void;
}

export const roleOperations: Implementation<RoleOperations> = {
  createRole: (name, options = {}) => statement(words(`CREATE ROLE ${quoteIdentifier(name)}`, options)),
  alterRole: (name, changes) => statement(words(`ALTER ROLE ${quoteIdentifier(name)}`, changes)),
  dropRole: (name) =>
    statement(
      `DROP ROLE ${quoteIdentifier(name)}`,
      authorization(`takes the role ${name} from every database of the server, with its memberships`),
    ),
};

const SWITCHES = [
  ["createDb", "CREATEDB"],
  ["createRole", "CREATEROLE"],
  ["inherit", "INHERIT"],
  ["login", "LOGIN"],
  ["replication", "REPLICATION"],
  ["bypassRls", "BYPASSRLS"],
] as const;

function words(command: string, options: RoleOptions): string {
  const switches = SWITCHES.flatMap(([key, word]) => {
    const value = options[key];
    return value === undefined ? [] : [value ? word : `NO${word}`];
  });
  const { connectionLimit, validUntil } = options;
  return [
    command,
    ...switches,
    ...(connectionLimit === undefined ? [] : [`CONNECTION LIMIT ${connectionLimit}`]),
    ...(validUntil === undefined ? [] : [`VALID UNTIL ${quoteLiteral(validUntil)}`]),
  ].join(" ");
}
