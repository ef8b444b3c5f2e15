/** PostgreSQL for benchmarks: the same settings for all sides; nothing that could lose a committed row. */
export const tuned = {
  shared_buffers: '2GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
  jit: 'off',
  autovacuum: 'off',
  effective_cache_size: '8GB',
};
