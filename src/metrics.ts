import { Counter, Gauge, Histogram, Registry } from "prom-client";

const LATENCY_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

/** Everything `/metrics` shows, in Prometheus' own units (seconds, counts). */
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registers = [new Registry()];
  return {
    registry: registers[0] ?? new Registry(),
    queueDepth: new Gauge({ name: "farmcast_queue_jobs", help: "Jobs in a queue by state", labelNames: ["queue", "state"], registers }),
    queueWait: new Histogram({
      name: "farmcast_job_wait_seconds",
      help: "From enqueue to start",
      labelNames: ["job"],
      buckets: LATENCY_SECONDS,
      registers,
    }),
    jobDuration: new Histogram({
      name: "farmcast_job_duration_seconds",
      help: "A job's run",
      labelNames: ["job", "outcome"],
      buckets: LATENCY_SECONDS,
      registers,
    }),
    modelCalls: new Counter({
      name: "farmcast_model_calls_total",
      help: "Model calls by outcome",
      labelNames: ["vendor", "task", "outcome"],
      registers,
    }),
    modelTokens: new Counter({ name: "farmcast_model_tokens_total", help: "Tokens used", labelNames: ["vendor", "direction"], registers }),
    factsDropped: new Counter({
      name: "farmcast_model_facts_dropped_total",
      help: "Facts a model gave that its quote did not hold",
      registers,
    }),
    findings: new Counter({ name: "farmcast_findings_total", help: "Findings of the gate", labelNames: ["kind", "language"], registers }),
    sseClients: new Gauge({ name: "farmcast_sse_clients", help: "Open event streams", labelNames: ["kind"], registers }),
    sseShed: new Counter({ name: "farmcast_sse_shed_total", help: "Streams closed because the client could not keep up", registers }),
    captionLatency: new Histogram({
      name: "farmcast_caption_latency_seconds",
      help: "From a sentence's receipt to its caption",
      labelNames: ["language", "provenance"],
      buckets: LATENCY_SECONDS,
      registers,
    }),
    segmentsDropped: new Counter({ name: "farmcast_segments_dropped_total", help: "Recogniser's hallucinations dropped", registers }),
    httpDuration: new Histogram({
      name: "farmcast_http_duration_seconds",
      help: "HTTP requests",
      labelNames: ["method", "route", "status"],
      buckets: LATENCY_SECONDS,
      registers,
    }),
  };
}
