import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Numbers for Prometheus; labels are route templates, never addresses. */
export interface Metrics {
  request(method: string, route: string, status: number, seconds: number): void;
  rateLimited(): void;
  /** The exposition text and its media type. */
  expose(): Promise<{ text: string; contentType: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'dvk_http_request_duration_seconds',
    help: 'Time from the whole request head to the whole answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const limited = new Counter({
    name: 'dvk_http_rate_limited_total',
    help: 'Requests refused by a rate limit',
    registers: [registry],
  });
  return {
    request: (method, route, status, seconds) => duration.observe({ method, route, status }, seconds),
    rateLimited: () => limited.inc(),
    expose: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
