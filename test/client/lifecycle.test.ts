/** The server's life in the client: no two at once, and no failure that stays. */
import { expect, it, vi } from 'vitest';
import { createLifecycle } from '../../client/src/lifecycle.ts';

const harness = () => {
  const running = new Set<number>();
  const most = { atOnce: 0 };
  let started = 0;
  const launch = vi.fn(async () => {
    const id = ++started;
    await Promise.resolve();
    running.add(id);
    most.atOnce = Math.max(most.atOnce, running.size);
    return { id, stop: vi.fn(async () => void running.delete(id)) };
  });
  const report = vi.fn();
  return { running, most, launch, report, server: createLifecycle(launch, report) };
};

it('starts once, however many reports are opened', async () => {
  const { server, launch } = harness();
  expect(await server.current()).toBeNull();
  const [a, b] = await Promise.all([server.ensure(), server.ensure()]);
  expect(a).toBe(b);
  expect(await server.current()).toBe(a);
  expect(launch).toHaveBeenCalledTimes(1);
});

it('never runs two at once, however often it is restarted', async () => {
  const { server, most, running } = harness();
  void server.ensure();
  await Promise.all([server.restart(), server.restart(), server.restart()]);
  expect(most.atOnce).toBe(1);
  expect([...running]).toEqual([4]);
  await server.stop();
  expect(running.size).toBe(0);
  expect(await server.current()).toBeNull();
});

it('starts anew after one that cannot be stopped', async () => {
  const { server, report } = harness();
  const first = await server.ensure();
  first?.stop.mockRejectedValueOnce(new Error('it has died'));
  expect((await server.restart())?.id).toBe(2);
  expect(report).toHaveBeenCalledWith(new Error('it has died'));
});

it('reports a start that fails, and can be restarted', async () => {
  const { server, launch, report } = harness();
  launch.mockRejectedValueOnce(new Error('no server'));
  expect(await server.ensure()).toBeNull();
  expect(report).toHaveBeenCalledWith(new Error('no server'));
  expect(await server.restart()).toMatchObject({ id: 1 });
});
