package io.ridecast.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class its {@link LocalStack} and ends it after the class's last test. */
public final class LocalStackExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LocalStackExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SharedRegistry registry =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("registry", key -> SharedRegistry.start(), SharedRegistry.class);
    Class<?> testClass = context.getRequiredTestClass();
    return context
        .getParent()
        .orElse(context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(testClass, key -> Started.with(registry), Started.class)
        .stack;
  }

  /** A stack and the folder to remove after it. */
  private record Started(LocalStack stack, Path directory)
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    static Started with(SharedRegistry registry) {
      try {
        Path directory = Files.createTempDirectory("ridecast-stack");
        return new Started(LocalStack.start(directory, registry.url()), directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws Exception {
      stack.close();
      Utils.delete(directory.toFile());
    }
  }
}
