/** What the table view shows: the tables of one report, followed as its text changes, and the way between their cells and the text. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type NumberCell,
  TABLES,
  type TablesAnswer,
  type TablesParams,
  WRITE_CELL,
  type WriteCellAnswer,
  type WriteCellParams,
} from '../../../server/src/lsp/protocol.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { FromPage, ToPage } from './page-messages.ts';
import type { Panel } from './table-panel.ts';
import { change, cursorIn, inText, saveBeside, select, toRange } from './table-text.ts';

/** A document, and which of its reports; `null` for the one at the cursor. */
interface Subject {
  readonly uri: vscode.Uri;
  readonly report: number | null;
}

interface TableSession {
  subject(): Subject | null;
  isOf(uri: vscode.Uri | string): boolean;
  /** `requests`: what the page is asked for once it has these tables. */
  show(subject: Subject, requests?: readonly ToPage[]): void;
  /** The tables may be others now. */
  refresh(): void;
  /** The cell at the cursor is marked; in a file of several reports, the one at the cursor is shown. */
  follow(uri: vscode.Uri, cursor: vscode.Position | null): void;
  receive(message: FromPage): Promise<void>;
  /** Nobody looks any more. */
  end(): void;
}

const cellsOf = (answer: TablesAnswer | null): NumberCell[] =>
  (answer?.tables ?? []).flatMap(({ blocks }) =>
    blocks.flatMap(({ body }) => body.flatMap((row) => row.filter((cell) => cell.kind === 'number'))),
  );

export function createTableSession(panel: Panel, server: Lifecycle<BaseLanguageClient>): TableSession {
  let subject: Subject | null = null;
  let answer: TablesAnswer | null = null;
  let waiting: ToPage[] = [];
  let running = false;
  let again = false;

  const isOf = (uri: vscode.Uri | string): boolean => subject?.uri.toString() === uri.toString();
  const ask = async <Answer>(method: string, params: object): Promise<Answer | undefined> => {
    try {
      return await (await server.ensure())?.sendRequest<Answer>(method, params);
    } catch {
      // The server is being restarted, and will say by itself when it knows the document again.
      return undefined;
    }
  };

  const reportAt = (cursor: vscode.Position | null): number | null => {
    const found = answer?.reports.findIndex(({ range }) => cursor && toRange(range).contains(cursor)) ?? -1;
    return found >= 0 ? found : null;
  };
  const mark = (cursor: vscode.Position | null): void => {
    const cell = cellsOf(answer).find(({ range }) => range && cursor && toRange(range).contains(cursor));
    panel.say({ type: 'mark', key: cell?.key ?? null });
  };
  const reveal = async (key: string, focus: 'table' | 'text'): Promise<void> => {
    const place = cellsOf(answer).find((cell) => cell.key === key)?.range;
    if (place && subject) await select(subject.uri, toRange(place), focus);
  };
  const write = async ({ uri, version, report, key, value }: WriteCellParams): Promise<ToPage> => {
    const refused = (reason: string): ToPage => ({ type: 'refused', key, reason });
    const params: WriteCellParams = { uri, version, report, key, value };
    const written = await ask<WriteCellAnswer>(WRITE_CELL, params);
    if (written?.kind === 'refused') return refused(written.reason);
    const done = written?.kind === 'edits' && (await change(vscode.Uri.parse(uri), version, written.edits));
    return done ? { type: 'written', key } : refused(vscode.l10n.t('The report has changed meanwhile: nothing was written.'));
  };

  const turnTo = ({ uri, report }: Subject): void => {
    if (!isOf(uri) || subject?.report !== report) subject = { uri, report };
    again = true;
  };
  const load = async (): Promise<void> => {
    const asked = subject;
    if (!panel.isOpen() || !asked) return;
    const params: TablesParams = { uri: asked.uri.toString(), report: asked.report ?? 0 };
    const found = await ask<TablesAnswer | null>(TABLES, params);
    if (subject !== asked || found === undefined) return;
    answer = found;
    const at = asked.report === null ? reportAt(cursorIn(asked.uri)) : null;
    if (found && at !== null && at !== found.report) return turnTo({ uri: asked.uri, report: at });
    const unit = found?.reports[found.report];
    panel.name(unit ? vscode.l10n.t('Tables: {0}', [unit.unit, unit.year].filter(Boolean).join(' ')) : vscode.l10n.t('Tables'));
    panel.say(found ? { type: 'tables', tables: found } : { type: 'nothing' });
    mark(cursorIn(asked.uri));
    if (panel.isListening()) for (const message of waiting.splice(0)) panel.say(message);
  };
  // Answers come one after the other; what changes meanwhile is asked for once more.
  const refresh = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        await load();
      }
    } finally {
      running = false;
    }
  };
  const show = (wanted: Subject): void => {
    turnTo(wanted);
    void refresh();
  };

  return {
    subject: () => subject,
    isOf,
    refresh: () => void refresh(),
    show(wanted, requests) {
      if (requests) waiting = [...requests];
      show(wanted);
    },
    follow(uri, cursor) {
      if (!answer || !isOf(uri)) return;
      const report = reportAt(cursor);
      if (report === null || report === answer.report) mark(cursor);
      else show({ uri, report });
    },
    async receive(message) {
      switch (message.type) {
        case 'ready':
          return refresh();
        case 'report':
          return subject ? show({ uri: subject.uri, report: message.report }) : undefined;
        case 'reveal':
          return reveal(message.key, message.focus);
        case 'write':
          return panel.say(await write(message));
        case 'undo':
        case 'redo':
          if (!subject) return;
          await inText(subject.uri, message.type);
          return panel.focus();
        case 'save':
          return subject ? saveBeside(subject.uri, message.html) : undefined;
      }
    },
    end() {
      subject = null;
      answer = null;
    },
  };
}
