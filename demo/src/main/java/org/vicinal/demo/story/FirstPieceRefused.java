package org.vicinal.demo.story;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Places;

/** The first piece is not good; it is made again, and then the rest. */
final class FirstPieceRefused implements Story {
  @Override
  public String name() {
    return "refused";
  }

  @Override
  public String about() {
    return "First piece refused: the customer looks at one clip before the other is made, and sends it back.";
  }

  @Override
  public void play(Teller teller) throws IOException, InterruptedException {
    teller.place(
        Shipped.CABLE_CLIP, 2, Places.RIVERSIDE, Map.of("choosing", Map.of("firstPiece", true)));
    teller.awaitTold("The first piece of", 1);
    teller.awaitLetter("first piece");
    var first = teller.awaitLot("", "being made");
    teller.customerWrites("A layer came apart here.", List.of(teller.photo(crack())));
    teller.customerSays(
        first, "first-piece", Map.of("good", false, "reason", "A layer came apart."));
    teller.awaitTold("The first piece of", 3); // made, refused, made again
    var again = teller.awaitLot("", "being made");
    teller.customerSays(again, "first-piece", Map.of("good", true));
    teller.contentWith(teller.awaitLot("", "made"));
  }

  /** A photo of a crack, as far as a program can take one. */
  private static byte[] crack() throws IOException {
    var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(new Color(0xd8, 0xd2, 0xc4));
    pen.fillRect(0, 0, 320, 240);
    pen.setColor(new Color(0x40, 0x38, 0x30));
    pen.drawPolyline(new int[] {40, 110, 130, 200, 280}, new int[] {150, 120, 132, 96, 104}, 5);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
