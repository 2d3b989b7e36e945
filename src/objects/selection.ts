/**
 * Which of the objects that all databases of a server share (roles) a project compares, beside those that its models
 * name: by name, where an empty list `include` means all.
 */
export interface SharedSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}
