package render

import (
	"cmp"
	"go/doc/comment"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/source"
)

const homepage = "https://github.com/portvet/portvet"

// Those parts of SARIF 2.1.0 that are written. Their names are the standard's.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool                        `json:"tool"`
		Invocations []sarifInvocation                `json:"invocations"`
		Bases       map[string]sarifArtifactLocation `json:"originalUriBaseIds,omitempty"`
		ColumnKind  string                           `json:"columnKind"`
		Results     []sarifResult                    `json:"results"`
	}
	sarifTool struct {
		Driver sarifComponent `json:"driver"`
	}
	sarifComponent struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string              `json:"id"`
		ShortDescription     sarifMessage        `json:"shortDescription"`
		FullDescription      sarifMessage        `json:"fullDescription"`
		Help                 sarifMessage        `json:"help"`
		HelpURI              string              `json:"helpUri"`
		DefaultConfiguration sarifConfiguration  `json:"defaultConfiguration"`
		Properties           map[string][]string `json:"properties"`
	}
	sarifConfiguration struct {
		Enabled bool   `json:"enabled"`
		Level   string `json:"level"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           *int              `json:"ruleIndex,omitempty"`
		Level               string            `json:"level"`
		Message             sarifMessage      `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
		CodeFlows           []sarifCodeFlow   `json:"codeFlows,omitempty"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Fixes               []sarifFix        `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		ID               *int          `json:"id,omitempty"`
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
		Message          *sarifMessage `json:"message,omitempty"`
	}
	sarifCodeFlow struct {
		ThreadFlows []sarifThreadFlow `json:"threadFlows"`
	}
	sarifThreadFlow struct {
		Locations []sarifFlowLocation `json:"locations"`
	}
	sarifFlowLocation struct {
		Location sarifLocation `json:"location"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifactLocation `json:"artifactLocation"`
		Region           *sarifRegion          `json:"region,omitempty"`
	}
	sarifArtifactLocation struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int           `json:"startLine"`
		StartColumn int           `json:"startColumn,omitempty"`
		EndLine     int           `json:"endLine,omitempty"`
		EndColumn   int           `json:"endColumn,omitempty"`
		Snippet     *sarifContent `json:"snippet,omitempty"`
	}
	sarifContent struct {
		Text string `json:"text"`
	}
	sarifFix struct {
		Description sarifMessage  `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		ArtifactLocation sarifArtifactLocation `json:"artifactLocation"`
		Replacements     []sarifReplacement    `json:"replacements"`
	}
	sarifReplacement struct {
		DeletedRegion   sarifRegion   `json:"deletedRegion"`
		InsertedContent *sarifContent `json:"insertedContent,omitempty"`
	}
)

// sarifBase is the name of the directory that URIs are relative to. Forges
// take it for the root of the repository.
const sarifBase = "%SRCROOT%"

// fingerprint names the way in which findings are told apart. It changes when
// that way does.
const fingerprint = "portvet/v1"

// SARIF writes a log of version 2.1.0 with one run. Errors are notifications
// of the run, which then was not successful.
func SARIF(w io.Writer, r driver.Report, c *Context) error {
	run := sarifRun{
		Tool: sarifTool{sarifComponent{
			Name: "portvet", Version: c.Version, InformationURI: homepage, Rules: []sarifRule{},
		}},
		Invocations: []sarifInvocation{{Successful: len(r.Errors) == 0}},
		ColumnKind:  "utf16CodeUnits",
		Results:     []sarifResult{},
	}
	if c.Root != "" {
		run.Bases = map[string]sarifArtifactLocation{sarifBase: {URI: fileURI(c.Root) + "/"}}
	}
	index := make(map[string]*int)
	for i, rule := range c.Rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
		index[rule.Name] = &i
	}
	for _, e := range r.Errors {
		n := sarifNotification{Level: "error", Message: sarifMessage{Text: e.Message}}
		if e.File != "" {
			n.Locations = []sarifLocation{c.sarifAt(e.File, e.Line, e.Column, 0, 0)}
		} else {
			n.Message.Text = e.String()
		}
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, n)
	}
	prints := c.fingerprints(r.Findings)
	for i, f := range r.Findings {
		result := c.sarifResult(f)
		result.RuleIndex = index[f.Rule]
		result.PartialFingerprints = map[string]string{fingerprint: prints[i]}
		run.Results = append(run.Results, result)
	}
	return writeJSON(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// sarifRuleOf returns what a viewer shows of a rule.
func sarifRuleOf(r analyzers.Info) sarifRule {
	summary := sentence(r.Summary)
	doc := new(comment.Parser).Parse(strings.TrimPrefix(r.Doc, r.Name+": "))
	p := &comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	full := summary
	if why := section(doc, "Why it is bad"); why != nil {
		full += " " + strings.Join(strings.Fields(string((&comment.Printer{TextWidth: -1}).Text(why))), " ")
	}
	return sarifRule{
		ID:                   r.Name,
		ShortDescription:     sarifMessage{Text: summary},
		FullDescription:      sarifMessage{Text: full},
		Help:                 sarifMessage{Text: string(p.Text(doc)), Markdown: string(p.Markdown(doc))},
		HelpURI:              r.URL,
		DefaultConfiguration: sarifConfiguration{r.Default, string(driver.SeverityWarning)},
		Properties:           map[string][]string{"tags": {"go", "reliability"}},
	}
}

// sentence makes a sentence of a summary.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// section returns the paragraphs below a heading, or nil.
func section(doc *comment.Doc, heading string) *comment.Doc {
	var found *comment.Doc
	for _, block := range doc.Content {
		switch block := block.(type) {
		case *comment.Heading:
			if found != nil {
				return found
			}
			if len(block.Text) == 1 && block.Text[0] == comment.Plain(heading) {
				found = new(comment.Doc)
			}
		case *comment.Paragraph:
			if found != nil {
				found.Content = append(found.Content, block)
			}
		}
	}
	return found
}

// sarifResult returns the result of a finding, without what depends on others.
func (c *Context) sarifResult(f driver.Finding) sarifResult {
	at := c.sarifAt(f.File, f.Line, f.Column, f.EndLine, f.EndColumn)
	if line, ok := c.Files.Line(f.File, f.Line); ok && at.PhysicalLocation.Region != nil {
		at.PhysicalLocation.Region.Snippet = c.spanned(f, line)
	}
	result := sarifResult{
		RuleID:    f.Rule,
		Level:     string(cmp.Or(f.Severity, driver.SeverityWarning)),
		Message:   sarifMessage{Text: f.Message},
		Locations: []sarifLocation{at},
	}
	for i, rel := range f.Related {
		l := c.sarifAt(rel.File, rel.Line, rel.Column, 0, 0)
		l.ID = &i
		l.Message = &sarifMessage{Text: rel.Message}
		result.RelatedLocations = append(result.RelatedLocations, l)
	}
	result.CodeFlows = c.sarifFlows(f.Steps)
	for _, fix := range f.Fixes {
		if s, ok := c.sarifFix(fix); ok {
			result.Fixes = append(result.Fixes, s)
		}
	}
	return result
}

// sarifFlows returns steps as code flows, one for each way. A step whose place
// is not known is left out: viewers want one.
func (c *Context) sarifFlows(steps []driver.Step) []sarifCodeFlow {
	var flows []sarifCodeFlow
	way := 0
	for _, s := range steps {
		if s.File == "" {
			continue
		}
		if s.Way != way || flows == nil {
			flows = append(flows, sarifCodeFlow{[]sarifThreadFlow{{}}})
			way = s.Way
		}
		l := c.sarifAt(s.File, s.Line, s.Column, 0, 0)
		l.Message = &sarifMessage{Text: s.Text}
		flow := &flows[len(flows)-1].ThreadFlows[0]
		flow.Locations = append(flow.Locations, sarifFlowLocation{l})
	}
	return flows
}

// spanned returns the text of a finding that is on one line.
func (c *Context) spanned(f driver.Finding, line string) *sarifContent {
	if f.EndLine != f.Line || f.Column < 1 || f.EndColumn < f.Column || f.EndColumn > len(line)+1 {
		return nil
	}
	return &sarifContent{strings.ToValidUTF8(line[f.Column-1:f.EndColumn-1], "\uFFFD")}
}

// sarifAt returns the location of a position. What is zero is left out, and so
// are columns where the line that they count is not known.
func (c *Context) sarifAt(file string, line, column, endLine, endColumn int) sarifLocation {
	l := sarifLocation{PhysicalLocation: sarifPhysical{ArtifactLocation: c.sarifURI(file)}}
	if line < 1 {
		return l
	}
	region := &sarifRegion{StartLine: line}
	l.PhysicalLocation.Region = region
	text, ok := c.Files.Line(file, line)
	if !ok || column < 1 {
		return l
	}
	region.StartColumn = source.UTF16(text, column)
	if text, ok := c.Files.Line(file, endLine); ok && endColumn > 0 {
		region.EndLine, region.EndColumn = endLine, source.UTF16(text, endColumn)
	}
	return l
}

// sarifFix returns a fix, unless a file of it cannot be read.
func (c *Context) sarifFix(fix driver.Fix) (s sarifFix, ok bool) {
	s.Description = sarifMessage{Text: fix.Message}
	for _, e := range fix.Edits {
		text := c.Files.File(e.File)
		if text == nil {
			return s, false
		}
		span, ok := rdSpan(text, e)
		if !ok {
			return s, false
		}
		region := c.sarifAt(e.File, span.Start.Line, span.Start.Column, span.End.Line, span.End.Column).PhysicalLocation.Region
		r := sarifReplacement{DeletedRegion: *region}
		if e.New != "" {
			r.InsertedContent = &sarifContent{e.New}
		}
		uri := c.sarifURI(e.File)
		if n := len(s.Changes); n == 0 || s.Changes[n-1].ArtifactLocation != uri {
			s.Changes = append(s.Changes, sarifChange{ArtifactLocation: uri})
		}
		last := &s.Changes[len(s.Changes)-1]
		last.Replacements = append(last.Replacements, r)
	}
	return s, len(s.Changes) > 0
}

// sarifURI returns a file as a URI relative to the root, or an absolute one
// where it is outside.
func (c *Context) sarifURI(file string) sarifArtifactLocation {
	name := c.path(file)
	if path.IsAbs(name) {
		return sarifArtifactLocation{URI: fileURI(name)}
	}
	return sarifArtifactLocation{(&url.URL{Path: name}).String(), sarifBase}
}

// fileURI returns the URI of an absolute name.
func fileURI(name string) string {
	return strings.TrimSuffix((&url.URL{Scheme: "file", Path: name}).String(), "/")
}
