package io.ridecast.local.demo;

import io.ridecast.local.story.Stopwatch;
import java.util.ArrayList;
import java.util.List;

/** What the console says about the parts: what runs where, and where to look. */
final class Introduction {
  private Introduction() {}

  static List<String> of(DemoConfig config, DemoDirectory directory) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Ridecast: "
            + config.rides().map(file -> "the rides of " + file).orElse("a simulated Chicago")
            + ", everything on this machine");
    lines.add(
        "Data      "
            + directory.path()
            + (directory.temporary() ? ", removed at the end (DATA=dir keeps it)" : ""));
    return lines;
  }

  static List<String> parts(DemoConfig config, Stopwatch watch) {
    DemoPorts ports = config.ports();
    return List.of(
        "Broker    " + ports.broker().address() + " (Kafka)",
        "Registry  http://"
            + ports.registry().address()
            + "/apis/ccompat/v7, both after "
            + watch.elapsed(),
        "Services  predictor %d, aggregator %d, trainer %d, monitor %d: /health/ready, /metrics"
            .formatted(
                ports.predictor().number(),
                ports.aggregator().number(),
                ports.trainer().number(),
                ports.monitor().number()));
  }

  static List<String> whereToLook(DemoConfig config) {
    int http = config.ports().predictor().number();
    List<String> lines = new ArrayList<>();
    lines.add("Look at   http://localhost:" + http + " (the page; /v1/forecasts for programs)");
    lines.add("          bin/ridecast train (a new model: new forecasts without a ride)");
    lines.add(
        (config.live()
                ? "Live      a day takes " + config.day().toSeconds() + " s; "
                : "          ")
            + "Ctrl-C ends everything");
    return lines;
  }
}
