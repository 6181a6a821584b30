// Holds PDF files against PDF/A and PDF/UA with veraPDF's core. Prints one line per file and flavour.
// Usage: PdfCheck FLAVOUR[,FLAVOUR…] FILE…      exit 0 when every file passes every flavour, else 1.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class PdfCheck {
  public static void main(String[] args) {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean allPass = args.length > 1;
    for (String flavourId : args[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(flavourId);
      for (int i = 1; i < args.length; i++) {
        allPass &= passes(flavour, args[i]);
      }
    }
    System.exit(allPass ? 0 : 1);
  }

  private static boolean passes(PDFAFlavour flavour, String file) {
    try (InputStream in = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      // A profile that could not be loaded has no assertions at all, and must not count as passed.
      boolean pass = result.isCompliant() && result.getTotalAssertions() > 0;
      System.out.printf("%s %s %s (%d)%n", pass ? "PASS" : "FAIL", flavour.getId(), file, result.getTotalAssertions());
      Set<String> seen = new LinkedHashSet<>();
      for (TestAssertion broken : result.getTestAssertions()) {
        String rule = broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber();
        if (!pass && seen.add(rule)) {
          System.out.println("  " + rule + ": " + broken.getMessage().replaceAll("\\s+", " "));
        }
      }
      return pass;
    } catch (Exception e) {
      System.out.println("FAIL " + flavour.getId() + " " + file + ": " + e);
      return false;
    }
  }
}
