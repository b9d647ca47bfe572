package io.ridecast.forecasting.backtest;

/**
 * How one way of forecasting did.
 *
 * @param forecasts how many forecasts were compared with what came
 * @param wape of the median
 * @param mase of the median: its absolute error over the seasonal naive's
 * @param bias of the mean; positive is too high
 * @param pinball of P10, P50 and P90, the mean of the three, each over the rides (WSPL)
 * @param coverage share of days within P10 to P90
 */
public record Score(
    long forecasts, double wape, double mase, double bias, double pinball, double coverage) {}
