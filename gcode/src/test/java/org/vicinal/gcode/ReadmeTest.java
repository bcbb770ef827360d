package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows a newcomer compiles as it stands there. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  @TempDir private Path folder;

  @Test
  void everyExampleCompiles() throws IOException, URISyntaxException {
    var readme = Files.readString(Path.of("README.md"));
    var examples = JAVA.matcher(readme).results().map(found -> found.group(1)).toList();
    assertThat(examples).hasSize(2);
    assertThat(examples.getFirst().lines()).as("timing a file").hasSize(5);
    for (var example : examples) {
      assertThat(compile(example)).as(example).isEmpty();
    }
  }

  private String compile(String example) throws URISyntaxException {
    var source =
        """
        import java.io.*;
        import java.nio.file.*;
        import java.time.*;
        import org.vicinal.gcode.*;
        class Example {
          void run(Path path, OutputStream port) throws Exception {
        %s
          }
        }
        """
            .formatted(example);
    var said = new StringWriter();
    var classes =
        Path.of(Inspector.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var options = List.of("-d", folder.toString(), "-cp", classes.toString(), "-proc:none");
    boolean good =
        ToolProvider.getSystemJavaCompiler()
            .getTask(said, null, null, options, null, Stream.of(text(source)).toList())
            .call();
    return good ? "" : said.toString();
  }

  private static JavaFileObject text(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
