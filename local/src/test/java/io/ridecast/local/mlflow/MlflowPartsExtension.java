package io.ridecast.local.mlflow;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link MlflowParts} of this JVM and ends them after the last one. They need
 * Python: a test asks for it first, by {@link io.ridecast.local.python.RequiresPython}.
 */
final class MlflowPartsExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(MlflowPartsExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MlflowParts.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("parts", key -> Started.now(), Started.class)
        .parts;
  }

  /** The parts, ended with JUnit's own store. */
  private record Started(MlflowParts parts)
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    static Started now() {
      try {
        return new Started(MlflowParts.start());
      } catch (Exception e) {
        throw new IllegalStateException("MLflow's parts do not start", e);
      }
    }

    @Override
    public void close() throws Exception {
      parts.close();
    }
  }
}
