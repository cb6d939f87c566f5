// An ESLint rule to copy: reports statements that leave a Result of neverthrow unused, awaited or not.
// no-floating-promises sees a ResultAsync that nobody awaits; this sees the Result that comes out of it.

const names = new Set(['Ok', 'Err']);

/** Whether a type is one of neverthrow's two, and not another one of that name. */
function isResult(type) {
  if (type.isUnion()) return type.types.some(isResult);
  const symbol = type.getSymbol();
  if (symbol === undefined || !names.has(symbol.getName())) return false;
  return (symbol.declarations ?? []).some((declaration) => declaration.getSourceFile().fileName.includes('/neverthrow/'));
}

export const unusedResult = {
  meta: {
    type: 'problem',
    docs: { description: 'A Result that nobody looks at is a failure that nobody sees.' },
    messages: { unused: 'This Result is not used: match it, return it, or keep it.' },
    schema: [],
  },
  create({ report, sourceCode }) {
    const { getTypeAtLocation } = sourceCode.parserServices; // of @typescript-eslint/parser, with types
    return {
      ExpressionStatement({ expression }) {
        // `x = f()` uses it, and `void f()` says that it is not wanted.
        if (expression.type === 'AssignmentExpression' || expression.type === 'UnaryExpression') return;
        if (isResult(getTypeAtLocation(expression))) report({ node: expression, messageId: 'unused' });
      },
    };
  },
};
