package io.ridecast.runtime.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all stores of the process share one bounded amount of memory. RocksDB's own defaults are per
 * store (50 MB of cache and 48 MB of write buffers), times partitions, times stores.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
  private static final long WRITE_BUFFER_BYTES = 4L << 20;
  private static final int WRITE_BUFFERS = 2;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    // The table's own first cache stays unused; Streams closes it with the store.
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setWriteBufferManager(Shared.WRITE_BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    options.setTableFormatConfig(table);
  }

  /** Nothing: what is shared lives as long as the process. */
  @Override
  public void close(String storeName, Options options) {}

  /** Loaded only when the first store opens, for it loads the native library. */
  private static final class Shared {
    private static final long TOTAL_BYTES = 64L << 20;
    private static final long WRITE_BUFFERS_BYTES = 24L << 20;
    static final Cache CACHE = new LRUCache(TOTAL_BYTES);
    static final WriteBufferManager WRITE_BUFFERS =
        new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);
  }
}
