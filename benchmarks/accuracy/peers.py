"""Forecasts daily counts as other libraries do, from the same origins and of the same days.

peers.py COUNTS FROM TO OUT: COUNTS is community,date,rides without gaps in its dates; OUT gets
community,origin_date,lead,date,model,point,p10,p90 in rides, p10 and p90 empty where a model has
no interval.
"""

import sys
import time
import warnings

import lightgbm
import pandas as pd
from mlforecast import MLForecast
from mlforecast.lag_transforms import RollingMean
from mlforecast.target_transforms import LocalStandardScaler
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, AutoTheta

LEADS = 3
# The form of AutoETS and AutoTheta is searched every week; in between, every day's count updates
# the state. A search at every origin takes eight times as long.
SEARCH_DAYS = 7
# As often as Ridecast's model.
REFIT_DAYS = 28
THREADS = 2


def panel(path):
    counts = pd.read_csv(path, parse_dates=["date"])
    return counts.rename(columns={"community": "unique_id", "date": "ds", "rides": "y"})


def origins(first, last):
    return (pd.Timestamp(last) - pd.Timestamp(first)).days + 1


def until(counts, last):
    return counts[counts.ds <= pd.Timestamp(last) + pd.Timedelta(days=LEADS)]


def statistical(counts, windows):
    models = [AutoETS(season_length=7), AutoTheta(season_length=7)]
    forecasts = StatsForecast(models=models, freq="D", n_jobs=THREADS).cross_validation(
        df=counts, h=LEADS, step_size=1, n_windows=windows, refit=SEARCH_DAYS, level=[80]
    )
    for model in ("AutoETS", "AutoTheta"):
        yield model, forecasts, model, f"{model}-lo-80", f"{model}-hi-80"


def boosted(counts, windows):
    """Three usual set-ups of LightGBM with lags; the table shows the best of them."""
    leaves = {"n_estimators": 300, "learning_rate": 0.05, "num_leaves": 31, "verbosity": -1}
    threads = {"n_jobs": THREADS, "random_state": 7}
    setups = {
        "squared": ({"objective": "l2"}, []),
        "absolute": ({"objective": "l1"}, []),
        "absolute, scaled": ({"objective": "l1"}, [LocalStandardScaler()]),
    }
    for name, (objective, transforms) in setups.items():
        forecaster = MLForecast(
            models={"LightGBM": lightgbm.LGBMRegressor(**leaves, **threads, **objective)},
            freq="D",
            lags=[1, 2, 3, 4, 5, 6, 7, 14, 21, 28],
            lag_transforms={1: [RollingMean(7), RollingMean(28)], 7: [RollingMean(28)]},
            date_features=["dayofweek", "month", "dayofyear"],
            target_transforms=transforms,
        )
        forecasts = forecaster.cross_validation(
            df=counts, n_windows=windows, h=LEADS, step_size=1, refit=REFIT_DAYS
        )
        yield f"LightGBM ({name})", forecasts, "LightGBM", None, None


def rows(model, forecasts, point, low, high):
    table = pd.DataFrame({"community": forecasts.unique_id})
    table["origin_date"] = forecasts.cutoff
    table["lead"] = (forecasts.ds - forecasts.cutoff).dt.days
    table["date"] = forecasts.ds
    table["model"] = model
    for column, source in (("point", point), ("p10", low), ("p90", high)):
        table[column] = forecasts[source].clip(lower=0) if source else None
    return table


def main(counts_path, first, last, out):
    warnings.filterwarnings("ignore")
    windows = origins(first, last)
    counts = until(panel(counts_path), last)
    # Days behind the last count cannot be compared; windows end with it.
    windows -= max(0, (pd.Timestamp(last) - counts.ds.max()).days + LEADS)
    tables = []
    for family in (statistical, boosted):
        began = time.monotonic()
        for forecast in family(counts, windows):
            tables.append(rows(*forecast))
            print(f"{forecast[0]}: {time.monotonic() - began:.0f} s", flush=True)
    pd.concat(tables).to_csv(out, index=False, float_format="%.4f")


if __name__ == "__main__":
    main(*sys.argv[1:])
