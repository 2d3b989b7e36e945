/** A role. It belongs to the server, whose databases share it. Passwords are never read or written. */
export interface RoleShape {
  readonly name: string;
  readonly createDb: boolean;
  readonly createRole: boolean;
  readonly inherit: boolean;
  /** LOGIN; Drizzle cannot say it, as nothing of what follows. */
  readonly login?: boolean | undefined;
  readonly replication?: boolean | undefined;
  readonly bypassRls?: boolean | undefined;
  readonly connectionLimit?: number | undefined;
  readonly validUntil?: string | undefined;
}
