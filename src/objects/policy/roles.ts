// Lower-case words that CREATE POLICY takes instead of a role; drizzle-kit leaves the same ones unquoted.
const KEYWORDS = new Set(["public", "current_user", "current_role", "session_user"]);

/** Whether a policy's role is a keyword and no name. */
export function isRoleKeyword(role: string): boolean {
  return KEYWORDS.has(role);
}

/** Roles as Postgres keeps them: each once, in any order, and none beside `public`, which is everybody. */
export function normalRoles(roles: readonly string[]): readonly string[] {
  return roles.includes("public") ? ["public"] : [...new Set(roles)].sort();
}

/** The roles with keywords replaced by the names that they stand for. */
export function resolvedRoles(
  roles: readonly string[],
  meanings: Readonly<Record<string, string>>,
): readonly string[] {
  return normalRoles(roles.map((role) => (Object.hasOwn(meanings, role) ? (meanings[role] ?? role) : role)));
}
