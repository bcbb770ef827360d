package org.vicinal.gcode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicinal.gcode.text.ProgramStream;
import org.vicinal.gcode.text.WordReader;

/**
 * A picture that a slicer put into a program, between comments or in a block of binary G-code.
 * Foreign bytes: nobody has looked into them.
 *
 * @param format {@code png}, {@code jpg} or {@code qoi}
 * @param width pixels as stated, and {@code height}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a picture; nobody compares them
public record Thumbnail(String format, int width, int height, byte[] bytes) {
  private static final Pattern BEGIN =
      Pattern.compile("; *thumbnail(?:_(PNG|JPG|QOI))? begin (\\d{1,5})x(\\d{1,5}) \\d+.*");
  private static final int MOST_TEXT = 8 << 20;
  private static final int MOST_LINES = 200_000;

  /** The pictures at the beginning of a program; broken ones are left out. */
  public static List<Thumbnail> list(Path program) throws IOException {
    var found = new ArrayList<Thumbnail>();
    try (var words = new WordReader(ProgramStream.open(program), true)) {
      while (words.next() && words.count() == 0 && words.lineNumber() < MOST_LINES) {
        Matcher begin = BEGIN.matcher(words.text());
        if (begin.matches()) {
          read(words, begin, found);
        }
      }
    }
    return List.copyOf(found);
  }

  private static void read(WordReader words, Matcher begin, List<Thumbnail> found)
      throws IOException {
    String kind = begin.group(1) == null ? "png" : begin.group(1).toLowerCase(Locale.ROOT);
    int width = Integer.parseInt(begin.group(2));
    int height = Integer.parseInt(begin.group(3));
    var text = new StringBuilder();
    while (words.next() && words.commentIndex() == 0 && text.length() < MOST_TEXT) {
      String line = words.text(1, words.length()).strip();
      if (line.startsWith("thumbnail") && line.endsWith("end")) {
        try {
          found.add(
              new Thumbnail(kind, width, height, Base64.getDecoder().decode(text.toString())));
        } catch (IllegalArgumentException e) {
          return; // broken base64: no picture
        }
        return;
      }
      text.append(line);
    }
  }
}
