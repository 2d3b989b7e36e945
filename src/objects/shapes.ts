import type { CheckShape } from "./check/shape.ts";
import type { ColumnShape } from "./column/shape.ts";
import type { EnumShape } from "./enum/shape.ts";
import type { ForeignKeyShape } from "./foreignKey/shape.ts";
import type { IndexShape } from "./index/shape.ts";
import type { PolicyShape } from "./policy/shape.ts";
import type { MaterializedViewShape } from "./materializedView/shape.ts";
import type { PrimaryKeyShape } from "./primaryKey/shape.ts";
import type { RoleShape } from "./role/shape.ts";
import type { RowSecurityShape } from "./rowSecurity/shape.ts";
import type { SchemaShape } from "./schema/shape.ts";
import type { SequenceShape } from "./sequence/shape.ts";
import type { TableShape } from "./table/shape.ts";
import type { UniqueShape } from "./unique/shape.ts";
import type { ViewShape } from "./view/shape.ts";

/** The shape of every object kind. The order is the order in which objects are created when nothing else decides. */
export interface ObjectShapes {
  role: RoleShape;
  schema: SchemaShape;
  enum: EnumShape;
  sequence: SequenceShape;
  table: TableShape;
  column: ColumnShape;
  primaryKey: PrimaryKeyShape;
  unique: UniqueShape;
  check: CheckShape;
  index: IndexShape;
  foreignKey: ForeignKeyShape;
  policy: PolicyShape;
  rowSecurity: RowSecurityShape;
  view: ViewShape;
  materializedView: MaterializedViewShape;
}
