// Places a catalogue's centroids on a rectangle: equirectangular, with a degree of longitude
// shortened by the cosine of the middle latitude. Right for anything the size of a city.

const KILOMETRES_PER_DEGREE = 111.2;
const RADIANS = Math.PI / 180;

/** A function from {latitude, longitude} to [x, y], and `kilometre`, its length in pixels. */
export function project(communities, width, height, margin) {
  const latitudes = communities.map((community) => community.latitude);
  const longitudes = communities.map((community) => community.longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const shortening = Math.cos(((south + north) / 2) * RADIANS);

  // A lone community, or a row of them, still gets a kilometre to stand on.
  const across = Math.max((east - west) * shortening, 1 / KILOMETRES_PER_DEGREE);
  const up = Math.max(north - south, 1 / KILOMETRES_PER_DEGREE);
  const scale = Math.max(1, Math.min((width - 2 * margin) / across, (height - 2 * margin) / up));

  const place = ({ latitude, longitude }) => [
    width / 2 + (longitude - (west + east) / 2) * shortening * scale,
    height / 2 - (latitude - (south + north) / 2) * scale,
  ];
  place.kilometre = scale / KILOMETRES_PER_DEGREE;
  return place;
}
