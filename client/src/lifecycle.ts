/** The server's life: started once, restarted one after the other, and no failure of it reaches the editor. */

interface Stoppable {
  stop(): Promise<void>;
}

export interface Lifecycle<Client> {
  /** What runs now; `null` where nothing was started or the start failed. */
  current(): Promise<Client | null>;
  ensure(): Promise<Client | null>;
  restart(): Promise<Client | null>;
  stop(): Promise<void>;
}

export function createLifecycle<Client extends Stoppable>(
  launch: () => Promise<Client>,
  report: (error: unknown) => void,
): Lifecycle<Client> {
  let client: Promise<Client | null> | null = null;

  const attempt = async (): Promise<Client | null> => {
    try {
      return await launch();
    } catch (error) {
      report(error);
      return null;
    }
  };
  // A server that has died, or will not answer, cannot be stopped; that is no reason not to start another.
  const end = async (last: Promise<Client | null> | null): Promise<void> => {
    try {
      await (await last)?.stop();
    } catch (error) {
      report(error);
    }
  };
  return {
    current: () => client ?? Promise.resolve(null),
    ensure: () => (client ??= attempt()),
    // The one before is replaced at once, so that a second restart waits for the first and never runs beside it.
    restart: () => (client = end(client).then(attempt)),
    stop() {
      const last = client;
      client = null;
      return end(last);
    },
  };
}
