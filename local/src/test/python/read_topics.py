"""Reads topics to their ends with Confluent's own client and prints each record as a line of JSON.

Arguments: bootstrap servers, registry URL, topics. Schemas come from the registry alone.
"""

import json
import sys

from confluent_kafka import DeserializingConsumer, KafkaError, TopicPartition
from confluent_kafka.error import ConsumeError
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer


def main(servers, registry_url, topics):
    registry = SchemaRegistryClient({"url": registry_url})
    consumer = DeserializingConsumer(
        {
            "bootstrap.servers": servers,
            "group.id": "python-reader",
            "auto.offset.reset": "earliest",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
            "key.deserializer": lambda key, _: key.decode("utf-8") if key is not None else None,
            "value.deserializer": AvroDeserializer(registry),
        }
    )
    described = consumer.list_topics(timeout=20).topics
    partitions = [
        TopicPartition(topic, partition, 0)
        for topic in topics
        for partition in described[topic].partitions
    ]
    consumer.assign(partitions)
    unread = {(partition.topic, partition.partition) for partition in partitions}
    while unread:
        try:
            message = consumer.poll(10)
        except ConsumeError as error:
            if error.code != KafkaError._PARTITION_EOF:
                raise
            end = error.kafka_message
            unread.discard((end.topic(), end.partition()))
            continue
        if message is None:
            raise SystemExit("no answer for 10 s, unread: %s" % sorted(unread))
        record = {"topic": message.topic(), "key": message.key(), "value": message.value()}
        print(json.dumps(record, default=str))
    consumer.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
