module github.com/portvet/portvet/testdata/breadth

go 1.26.0
