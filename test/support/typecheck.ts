import { join } from "node:path";
import ts from "typescript";

const REPOSITORY = join(import.meta.dirname, "..", "..");

/** The strictest settings that a user's project may have. */
const STRICTEST: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  paths: { "limbeck/op": [join(REPOSITORY, "src/op.ts")] },
};

/** What TypeScript says of sources that import only `limbeck/op`, by file name; nothing when all is well. */
export function typeErrors(sources: ReadonlyMap<string, string>): readonly string[] {
  const files = new Map(
    [...sources].map(([name, text]) => [join(REPOSITORY, "test", ".emitted", `${name}.mts`), text]),
  );
  const host = ts.createCompilerHost(STRICTEST);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (file) => files.get(file) ?? readFile.call(host, file);
  host.fileExists = (file) => files.has(file) || fileExists.call(host, file);
  host.getSourceFile = (file, options, ...rest) => {
    const text = files.get(file);
    return text === undefined
      ? getSourceFile.call(host, file, options, ...rest)
      : ts.createSourceFile(file, text, options);
  };
  const program = ts.createProgram([...files.keys()], STRICTEST, host);
  const ours = [...files.keys()].flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)),
  );
  return ours.map(
    (diagnostic) =>
      `${diagnostic.file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`,
  );
}
