/** A schema (namespace). */
export interface SchemaShape {
  readonly name: string;
}
