import { inOperatorNames, orderOperatorNames, textOperatorNames } from './ast.ts';
import type { Expression } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { readLiteral } from './literals.ts';
import { notInEmulator } from './problem.ts';

const comparisonNames = [...textOperatorNames, ...orderOperatorNames];
const arithmetic = ['+', '-', '*', '/', '%'];

/** Reads an expression: `or` binds weakest, then `and`, then one comparison. */
export function readExpression(cursor: Cursor): Expression {
  let left = readConjunction(cursor);
  while (cursor.accept('or')) left = { kind: 'logic', operator: 'or', left, right: readConjunction(cursor) };
  return left;
}

function readConjunction(cursor: Cursor): Expression {
  let left = readComparison(cursor);
  while (cursor.accept('and')) left = { kind: 'logic', operator: 'and', left, right: readComparison(cursor) };
  return left;
}

function readComparison(cursor: Cursor): Expression {
  const left = readOperand(cursor);
  const operator = comparisonNames.find((name) => cursor.accept(name));
  if (operator) return { kind: 'compare', operator, left, right: readOperand(cursor) };
  const membership = inOperatorNames.find((name) => cursor.accept(name));
  if (!membership) return left;
  cursor.expect('(');
  const list = cursor.list(() => readExpression(cursor));
  cursor.expect(')');
  return { kind: 'in', operator: membership, left, list };
}

function readOperand(cursor: Cursor): Expression {
  const operand = readPath(cursor, readPrimary(cursor));
  const { text, place } = cursor.peek();
  if (arithmetic.some((name) => cursor.at(name)))
    throw notInEmulator(`the operator "${text}"`, 'kusto/expressions.ts', place);
  return operand;
}

function readPrimary(cursor: Cursor): Expression {
  const literal = readLiteral(cursor);
  if (literal) return { kind: 'literal', value: literal.value };
  if (cursor.accept('(')) {
    const inner = readExpression(cursor);
    cursor.expect(')');
    return inner;
  }
  // A column with a name that is no word: ['my column'].
  if (cursor.accept('[')) {
    const { value } = cursor.read('string', 'the name of a column');
    cursor.expect(']');
    return { kind: 'column', name: value };
  }
  const { text } = cursor.read('name', 'an expression');
  if (!cursor.accept('(')) return { kind: 'column', name: text };
  const args = cursor.at(')') ? [] : cursor.list(() => readExpression(cursor));
  cursor.expect(')');
  return { kind: 'call', name: text, args };
}

/** `.name`, `['name']`, `.['name']` and `[index]`, any number of times. */
function readPath(cursor: Cursor, source: Expression): Expression {
  const dotted = cursor.accept('.');
  if (dotted && !cursor.at('[')) {
    return readPath(cursor, { kind: 'member', source, name: cursor.read('name', 'the name of a property').text });
  }
  if (!cursor.accept('[')) return source;
  const inside = readLiteral(cursor)?.value;
  cursor.expect(']');
  if (typeof inside === 'string') return readPath(cursor, { kind: 'member', source, name: inside });
  if (typeof inside === 'number') return readPath(cursor, { kind: 'element', source, index: inside });
  throw cursor.unexpected('a name or a number in brackets');
}
