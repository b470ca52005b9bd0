"""The style of labels, and those of tables: without lines, with a line between rows, and between columns as well."""

ACCENT = "1F4E3D"
RULE = "A6A6A6"
SHADE = "EDF2EF"

CHARACTERS = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="Libelle"><w:name w:val="Libellé"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    # Words that go and words that come, told without colour.
    '<w:style w:type="character" w:customStyle="1" w:styleId="MotSupprime"><w:name w:val="Mot supprimé"/><w:qFormat/>'
    "<w:rPr><w:strike/></w:rPr></w:style>"
    '<w:style w:type="character" w:customStyle="1" w:styleId="MotAjoute"><w:name w:val="Mot ajouté"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
)
TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="Grille"><w:name w:val="Grille"/>'
    '<w:basedOn w:val="TableauNormal"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
    '<w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Tableau"><w:name w:val="Tableau"/>'
    '<w:basedOn w:val="TableauNormal"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders><w:tblCellMar>'
    '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="TableauColonnes"><w:name w:val="Tableau colonnes"/>'
    '<w:basedOn w:val="Tableau"/><w:tblPr><w:tblBorders>'
    f'<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="GrillePied"><w:name w:val="Grille pied"/>'
    '<w:basedOn w:val="TableauNormal"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders><w:tblCellMar>'
    '<w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
)
