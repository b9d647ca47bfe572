package io.ridecast.runtime.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Knows by its name whether a setting may hold a secret, and hides it. */
public final class Secrets {
  private static final Pattern SECRET =
      Pattern.compile("PASSWORD|SECRET|AUTH|JAAS|TOKEN|KEY|CREDENTIAL|USER_?INFO");
  private static final String MASK = "****";
  private static final Pattern URL_PASSWORD = Pattern.compile("(//[^/@:\\s]*:)[^/@\\s]*@");

  private Secrets() {}

  /** Whether a setting or property of that name may hold a secret. */
  public static boolean mayBeIn(String name) {
    return SECRET.matcher(name.toUpperCase(Locale.ROOT).replace('.', '_')).find();
  }

  /** The value as it may be shown: masked if the name sounds secret, without a URL's password. */
  public static String shown(String name, String value) {
    return mayBeIn(name) ? MASK : URL_PASSWORD.matcher(value).replaceAll("$1" + MASK + "@");
  }
}
