FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/legend ./cmd/legend

FROM scratch
COPY --from=build /out/legend /legend
EXPOSE 7400
ENTRYPOINT ["/legend"]
