/** A reader of XML and HTML that takes no element that is not closed. */
import { Parser } from 'htmlparser2';
import { expect } from 'vitest';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Every element, in the order in which they open. */
export function elementsOf(markup: string, kind: 'xml' | 'html'): readonly Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(element);
        all.push(element);
        open.push(element);
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag(name, isImplied) {
        const { children, text } = open.pop() as Element;
        // An element that closes itself is empty.
        if (isImplied && kind === 'xml' && (children.length > 0 || text !== '')) throw new Error(`${name} is not closed`);
      },
    },
    { xmlMode: kind === 'xml', decodeEntities: true },
  );
  parser.end(markup);
  expect(open).toEqual([]);
  return all;
}
