import autocannon from 'autocannon';

/** Fifty connections ask for the paths in turn for ten seconds. Times in milliseconds. */
export async function load(origin: string, paths: readonly string[]) {
  const { errors, timeouts, non2xx, requests, latency } = await autocannon({
    url: origin,
    connections: 50,
    duration: 10,
    timeout: 30,
    requests: paths.map((path) => ({ path })),
    headers: { 'accept-encoding': 'gzip, deflate, br' },
  });
  return {
    errors,
    timeouts,
    non2xx,
    requests: requests.total,
    perSecond: Math.round(requests.average),
    median: latency.p50,
    p99: latency.p99,
  };
}
