import { EventEmitter } from "node:events";
import type { Redis } from "ioredis";

/**
 * Events between processes. It is a doorbell: what it carries is also in the database, and a listener that missed
 * one reads it there. Over Redis when scaled, in-process when embedded.
 */
export interface EventBus {
  publish(channel: string, message: string): Promise<void>;
  /** `listener` is called for each message until the returned function is called. */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>;
  /** false while messages may be getting lost. */
  readonly healthy: boolean;
  /** Called each time the bus is healthy again after a loss; returns how to stop listening. */
  onRecovered(listener: () => void): () => void;
  close(): Promise<void>;
}

export function createLocalBus(): EventBus {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    healthy: true,
    async publish(channel, message) {
      emitter.emit(channel, message);
    },
    async subscribe(channel, listener) {
      emitter.on(channel, listener);
      return async () => void emitter.off(channel, listener);
    },
    onRecovered: () => () => {},
    async close() {
      emitter.removeAllListeners();
    },
  };
}

/** `publisher` and `subscriber` are two connections: a subscribed one can send nothing else. */
export function createRedisBus(publisher: Redis, subscriber: Redis): EventBus {
  const emitter = new EventEmitter().setMaxListeners(0);
  const recovered = new EventEmitter().setMaxListeners(0);
  let lost = false;
  subscriber.on("message", (channel: string, message: string) => emitter.emit(channel, message));
  subscriber.on("close", () => (lost = true));
  subscriber.on("ready", () => {
    if (lost) recovered.emit("recovered");
    lost = false;
  });
  return {
    get healthy() {
      return subscriber.status === "ready";
    },
    async publish(channel, message) {
      await publisher.publish(channel, message);
    },
    async subscribe(channel, listener) {
      const first = emitter.listenerCount(channel) === 0;
      emitter.on(channel, listener);
      // ioredis subscribes again by itself when the connection returns; a failure now only means "not yet".
      if (first) await subscriber.subscribe(channel).catch(() => {});
      return async () => {
        emitter.off(channel, listener);
        if (emitter.listenerCount(channel) === 0) await subscriber.unsubscribe(channel).catch(() => {});
      };
    },
    onRecovered(listener) {
      recovered.on("recovered", listener);
      return () => void recovered.off("recovered", listener);
    },
    async close() {
      emitter.removeAllListeners();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
