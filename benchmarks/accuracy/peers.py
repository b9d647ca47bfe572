"""Forecasts daily counts as other libraries do, from given origins; scores nothing.

peers.py COUNTS FIRST LAST OUT: COUNTS is community,date,rides; FIRST and LAST are the origins to
begin and to end with. For each model, OUT gets MODEL.csv and, for the city's totals,
MODEL.csv.city.csv: community,origin_date,lead,date,actual,mean,p10,p50,p90 in rides, and
MODEL.seconds, the time that both took. The last origins' days may lie behind the last count; these
have no actual.
"""

import itertools
import sys
import time
import warnings
from pathlib import Path

import pandas as pd
from lightgbm import LGBMRegressor
from mlforecast import MLForecast
from mlforecast.lag_transforms import ExponentiallyWeightedMean, RollingMean, SeasonalRollingMean
from mlforecast.target_transforms import LocalStandardScaler
from pandas.tseries.holiday import USFederalHolidayCalendar
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, AutoTheta

CITY = "CITY"
LEADS = 3
# LightGBM is fitted anew as often as Ridecast's model is.
BLOCK_DAYS = 28
# The form and the parameters of AutoETS and AutoTheta are searched anew so often; in between,
# every day's count updates the state.
SEARCH_DAYS = 7
# The set-up of LightGBM is chosen on so many days before the first origin.
VALIDATION_DAYS = 56
# More threads than this slow LightGBM down where something else runs beside it.
BOOSTING_THREADS = 1
PROCESSES = 2
SEED = 7
QUANTILES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
HEADING = ["community", "origin_date", "lead", "date", "actual", "mean", "p10", "p50", "p90"]


def read(path):
    """The communities' counts without gaps, and the city's, as unique_id, ds, y."""
    counts = pd.read_csv(path, parse_dates=["date"], dtype={"community": str})
    wide = counts.pivot(index="date", columns="community", values="rides").asfreq("D")
    city = wide.sum(axis=1, min_count=1).to_frame(CITY)
    return long(wide), long(city)


def long(wide):
    """A missing day between known ones is taken to be like a week before: these models need one."""
    begun = wide.notna().cummax()
    filled = wide.copy()
    for weeks in range(1, 9):
        filled = filled.fillna(wide.shift(7 * weeks))
    filled = filled.fillna(0).where(begun)
    series = filled.melt(ignore_index=False, var_name="unique_id", value_name="y").reset_index(
        names="ds"
    )
    known = wide.melt(ignore_index=False, value_name="known")["known"].to_numpy()
    return series.assign(actual=known).dropna(subset="y")[["unique_id", "ds", "y", "actual"]]


def padded(counts, last):
    """With days behind the last count, so that an origin may lie there; no model gets to see them."""
    ahead = pd.date_range(counts.ds.max() + pd.Timedelta(days=1), last + pd.Timedelta(days=LEADS))
    cells = list(itertools.product(counts.unique_id.unique(), ahead))
    later = pd.DataFrame(cells, columns=["unique_id", "ds"]).assign(y=0.0)
    return pd.concat([counts[["unique_id", "ds", "y"]], later]).sort_values(["unique_id", "ds"])


class Statistical:
    """AutoETS or AutoTheta, a model for each series, with its own 80 % interval."""

    def __init__(self, model):
        self.model = model
        self.name = type(model).__name__

    def choose(self, counts, first):
        """Nothing: both search by themselves."""

    def forecasts(self, counts, windows):
        table = StatsForecast(models=[self.model], freq="D", n_jobs=PROCESSES).cross_validation(
            df=counts, h=LEADS, step_size=1, n_windows=windows, refit=SEARCH_DAYS, level=[80]
        )
        return table.assign(
            mean=table[self.name],
            p50=table[self.name],
            p10=table[f"{self.name}-lo-80"],
            p90=table[f"{self.name}-hi-80"],
        )


class Boosted:
    """One LightGBM for all series: a model for each lead, for the mean and for each quantile."""

    name = "LightGBM"
    setups = [
        {"scaled": scaled, "num_leaves": leaves} for scaled in (False, True) for leaves in (15, 31)
    ]

    def __init__(self):
        self.setup = self.setups[0]

    def choose(self, counts, first):
        """Takes the set-up that would have done best before the first origin, by the median's error."""
        errors = []
        cut = until(counts, first - pd.Timedelta(days=LEADS))
        for setup in self.setups:
            table = self.run(setup, ["p50"], cut, VALIDATION_DAYS - LEADS + 1, True)
            errors.append((table.p50.clip(lower=0) - table.y).abs().sum() / table.y.sum())
            say(f"{self.name}: {setup}, WAPE before the first origin {errors[-1]:.4f}")
        self.setup = self.setups[errors.index(min(errors))]

    def forecasts(self, counts, windows):
        table = self.run(self.setup, ["mean", *QUANTILES], counts, windows, False)
        ordered = table[list(QUANTILES)].to_numpy()
        ordered.sort(axis=1)
        table[list(QUANTILES)] = ordered
        return table

    def run(self, setup, outputs, counts, windows, refit):
        return self.forecaster(setup, outputs).cross_validation(
            df=with_holidays(counts),
            n_windows=windows,
            h=LEADS,
            step_size=1,
            refit=BLOCK_DAYS if refit else False,
            max_horizon=LEADS,
            static_features=["community"],
        )

    def forecaster(self, setup, outputs):
        objectives = {"mean": {"objective": "l2" if setup["scaled"] else "poisson"}}
        objectives |= {name: {"objective": "quantile", "alpha": q} for name, q in QUANTILES.items()}
        usual = {
            "n_estimators": 300,
            "num_leaves": setup["num_leaves"],
            "learning_rate": 0.03,
            "min_child_samples": 50,
            "subsample": 0.8,
            "subsample_freq": 1,
            "colsample_bytree": 0.5,
            "reg_lambda": 5,
            "n_jobs": BOOSTING_THREADS,
            "random_state": SEED,
            "verbosity": -1,
        }
        same_weekdays = [SeasonalRollingMean(7, 4), SeasonalRollingMean(7, 8, min_samples=4)]
        return MLForecast(
            models={name: LGBMRegressor(**usual, **objectives[name]) for name in outputs},
            freq="D",
            lags=[1, 2, 3, 4, 5, 6, 7, 14, 21, 28],
            lag_transforms={
                1: [
                    RollingMean(7),
                    RollingMean(14),
                    RollingMean(28),
                    RollingMean(56, min_samples=28),
                    ExponentiallyWeightedMean(0.1),
                    ExponentiallyWeightedMean(0.3),
                ],
                # The target's own weekday at leads 3, 2 and 1.
                5: same_weekdays,
                6: same_weekdays,
                7: same_weekdays,
            },
            date_features=["dayofweek", "month", "dayofyear"],
            target_transforms=[LocalStandardScaler()] if setup["scaled"] else [],
        )


MODELS = [
    lambda: Statistical(AutoETS(season_length=7)),
    lambda: Statistical(AutoTheta(season_length=7)),
    Boosted,
]


def with_holidays(counts):
    """With what is known of the calendar in advance: holidays from the day before to the last lead."""
    span = pd.date_range(counts.ds.min(), counts.ds.max() + pd.Timedelta(days=LEADS))
    holidays = USFederalHolidayCalendar().holidays(span[0], span[-1])
    table = counts.assign(community=counts.unique_id.astype("category"))
    for ahead in range(-1, LEADS):
        column = f"holiday{ahead:+d}"
        table[column] = (counts.ds + pd.Timedelta(days=ahead)).isin(holidays).astype(int)
    return table


def until(counts, origin):
    return counts[counts.ds <= origin + pd.Timedelta(days=LEADS)]


def rolled(model, counts, first, last):
    """The forecasts from every origin, in blocks: what a block is given ends with its last day."""
    everything = padded(counts, last)
    model.choose(everything, first)
    tables = []
    for start in pd.date_range(first, last, freq=f"{BLOCK_DAYS}D"):
        end = min(start + pd.Timedelta(days=BLOCK_DAYS - 1), last)
        tables.append(model.forecasts(until(everything, end), (end - start).days + 1))
        say(f"{model.name}: origins to {end.date()} of {last.date()}")
    return pd.concat(tables)


def rows(table, counts):
    """In the columns and the order that Ridecast's own backtest writes."""
    table = table.reset_index(drop=True).drop(columns=["y"])
    table = table.merge(counts[["unique_id", "ds", "actual"]], how="left", on=["unique_id", "ds"])
    values = ["mean", "p10", "p50", "p90"]
    table[values] = table[values].clip(lower=0)
    table["lead"] = (table.ds - table.cutoff).dt.days
    names = {"unique_id": "community", "cutoff": "origin_date", "ds": "date"}
    return table.rename(columns=names).sort_values(["origin_date", "community", "lead"])[HEADING]


def say(line):
    print(f"{time.strftime('%H:%M:%S')} {line}", flush=True)


def main(counts_path, first, last, out):
    warnings.filterwarnings("ignore")
    first, last = pd.Timestamp(first), pd.Timestamp(last)
    communities, city = read(counts_path)
    for make in MODELS:
        began = time.monotonic()
        for counts, ending in ((communities, ".csv"), (city, ".csv.city.csv")):
            model = make()
            table = rows(rolled(model, counts, first, last), counts)
            table.to_csv(Path(out, model.name + ending), index=False, float_format="%.4f")
        Path(out, f"{model.name}.seconds").write_text(f"{time.monotonic() - began:.0f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
