import type { ObjectKind } from "../catalog/object.ts";
import { checksFromModel } from "./check/fromModel.ts";
import { columnsFromModel } from "./column/fromModel.ts";
import type { ModelReader } from "./drizzle.ts";
import { enumsFromModel } from "./enum/fromModel.ts";
import { foreignKeysFromModel } from "./foreignKey/fromModel.ts";
import { indexesFromModel } from "./index/fromModel.ts";
import { policiesFromModel } from "./policy/fromModel.ts";
import { materializedViewsFromModel } from "./materializedView/fromModel.ts";
import { primaryKeysFromModel } from "./primaryKey/fromModel.ts";
import { rolesFromModel } from "./role/fromModel.ts";
import { rowSecuritiesFromModel } from "./rowSecurity/fromModel.ts";
import { schemasFromModel } from "./schema/fromModel.ts";
import { sequencesFromModel } from "./sequence/fromModel.ts";
import { tablesFromModel } from "./table/fromModel.ts";
import { uniquesFromModel } from "./unique/fromModel.ts";
import { viewsFromModel } from "./view/fromModel.ts";

/** How each kind is read from Drizzle models. A kind without a reader does not compile. */
export const modelReaders: { readonly [K in ObjectKind]: ModelReader<K> } = {
  role: rolesFromModel,
  schema: schemasFromModel,
  enum: enumsFromModel,
  sequence: sequencesFromModel,
  table: tablesFromModel,
  column: columnsFromModel,
  primaryKey: primaryKeysFromModel,
  unique: uniquesFromModel,
  check: checksFromModel,
  index: indexesFromModel,
  foreignKey: foreignKeysFromModel,
  policy: policiesFromModel,
  rowSecurity: rowSecuritiesFromModel,
  view: viewsFromModel,
  materializedView: materializedViewsFromModel,
};
