/**
 * Compiles `src` into `dist`: as `tsc -p .ci/tsconfig.build.json` does, but the modules are joined into a few files
 * afterwards, and what a module computes while it loads gets the mark that bundlers know for code without side effects. That it has none is what `sideEffects: false` in
 * package.json says of whole modules; with the mark, an operation that nobody imports does not bring its schemas along.
 */
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

import { joinModules } from './join-modules.mjs';
import { writeSbom } from './sbom.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const formatHost = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };

/** Whether an expression does anything but name what is there: calls, computes, reads, spreads. What functions do, they do later. */
const doesSomething = (node) => {
  if (ts.isFunctionLike(node)) return false;
  const itself = ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ||
    ts.isSpreadElement(node) || ts.isSpreadAssignment(node) || ts.isTemplateExpression(node) || ts.isTaggedTemplateExpression(node) ||
    ts.isBinaryExpression(node) || ts.isComputedPropertyName(node);
  return itself || ts.forEachChild(node, doesSomething) === true;
};

const isMarked = (node) => node.getSourceFile().text.slice(node.pos, node.getStart()).includes('@__PURE__');

/** `const x = f(y.z)` becomes a pure call of a function around it: gone where nobody uses `x`, and unwrapped by minifiers where somebody does. */
const markPure = ({ factory }) => (file) => {
  const wrap = (initializer) => {
    const called = factory.createCallExpression(factory.createParenthesizedExpression(factory.createArrowFunction(
      undefined, undefined, [], undefined, factory.createToken(ts.SyntaxKind.EqualsGreaterThanToken),
      ts.isObjectLiteralExpression(initializer) ? factory.createParenthesizedExpression(initializer) : initializer,
    )), undefined, []);
    // A mark that the source has already stays in front.
    return isMarked(initializer) ? called : ts.addSyntheticLeadingComment(called, ts.SyntaxKind.MultiLineCommentTrivia, ' @__PURE__ ', false);
  };
  const markDeclaration = (declaration) => {
    const { exclamationToken, initializer, name, type } = declaration;
    if (initializer === undefined || !doesSomething(initializer)) return declaration;
    return factory.updateVariableDeclaration(declaration, name, exclamationToken, type, wrap(initializer));
  };
  const statements = file.statements.map((statement) => {
    if (!ts.isVariableStatement(statement)) return statement;
    const { declarationList, modifiers } = statement;
    return factory.updateVariableStatement(statement, modifiers, factory.updateVariableDeclarationList(declarationList, declarationList.declarations.map(markDeclaration)));
  });
  return factory.updateSourceFile(file, statements);
};

const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(fileURLToPath(new URL('tsconfig.build.json', import.meta.url)), {}, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
    console.error(ts.formatDiagnostic(diagnostic, formatHost));
    process.exit(1);
  },
});
const program = ts.createProgram(fileNames, options);
const emitted = program.emit(undefined, undefined, undefined, false, { before: [markPure] });
const diagnostics = [...errors, ...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
if (diagnostics.length > 0) console.error(ts.formatDiagnostics(diagnostics, formatHost));
if (diagnostics.length > 0) process.exit(1);
await joinModules();
writeSbom();
