FROM golang:1.22 AS build
ARG PROGRAM
WORKDIR /src
COPY . .
RUN go build -o /out/program ./cmd/${PROGRAM}

FROM scratch
COPY --from=build /out/program /program
ENTRYPOINT ["/program"]
